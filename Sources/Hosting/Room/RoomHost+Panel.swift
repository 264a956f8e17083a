// Knows when leads are told who takes part: when they come in, and with others of about that moment when it has changed.
// Nobody else is told, and it is in no log.

import Meetings
import Wire

extension RoomHost {
    /// To be called again and again: what people did since is told together, so that nothing is worked out for each act.
    func lookAtPanel() {
        guard isPanelOld, audiences[Audience(kind: .lead)] != nil, let channel = channels[Audience(kind: .lead)] else {
            return
        }
        isPanelOld = false
        let now = published.panel(hearing)
        guard now != panel else { return }
        panel = now
        outlet.publish(ServerMessage.panel(now), on: channel)
    }

    /// What one lead is told who comes in while the meeting runs.
    func tellPanel(_ connection: ConnectionNumber, _ viewer: Viewer) {
        guard viewer.kind == .lead, let now = published.panel(hearing) else { return }
        outlet.send(ServerMessage.panel(now), to: connection)
    }
}
