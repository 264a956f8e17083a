// The server's end of the socket in the data folder. Only programs of the same user are heard.

import CLibUV  // which of the three owns the flags for sockets differs from build to build
import CLibWebSockets
import Foundation

/// Listens in a folder, on the loop. To be opened by the one process that holds the folder.
public actor LocalServer {
    private let loop: EventLoop
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    private let answer: @Sendable ([UInt8]) async -> [UInt8]
    private var listener: Int32 = -1
    private var watch: DescriptorWatch?
    private var calls: [Int: Call] = [:]
    private var lastCall = 0
    private var folder: String?

    /// Somebody who asks, until the answer is out.
    private struct Call {
        let descriptor: Int32
        var line: [UInt8] = []
        var watch: DescriptorWatch?
        var deadline: LoopTimer?
    }

    /// `answer` gets one line and gives one, each without its end.
    public init(loop: EventLoop, answer: @escaping @Sendable ([UInt8]) async -> [UInt8]) {
        (self.loop, self.answer) = (loop, answer)
    }

    /// Makes the socket, private to this user, in the place of one that an earlier process left.
    public func open(in folder: String) throws(LocalSocket.Failure) {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw LocalSocket.Failure(code: errno) }
        do {
            try LocalSocket.withAddress(in: folder) { directory, address, length throws(LocalSocket.Failure) in
                unlinkat(directory, LocalSocket.name, 0)
                // The file takes the mode of the descriptor: it is at no moment open to others.
                guard fchmod(descriptor, LocalSocket.mode) == 0, bind(descriptor, address, length) == 0,
                    fchmodat(directory, LocalSocket.name, LocalSocket.mode, 0) == 0,
                    listen(descriptor, Int32(LocalSocket.callsAtOnce)) == 0
                else { throw LocalSocket.Failure(code: errno) }
            }
        } catch {
            Foundation.close(descriptor)
            throw error
        }
        guard
            let watch = DescriptorWatch(
                duplicating: descriptor, on: loop.core, for: .readable,
                { [weak self] in self?.assumeIsolated { $0.takeCalls() } })
        else {
            Foundation.close(descriptor)
            throw LocalSocket.Failure(code: EMFILE)
        }
        (listener, self.watch, self.folder) = (descriptor, watch, folder)
    }

    /// Listens no more; who asks is hung up on.
    public func close() {
        guard let folder else { return }
        self.folder = nil
        watch?.end()
        watch = nil
        Foundation.close(listener)
        for call in Array(calls.keys) { hangUp(call) }
        unlink("\(folder)/\(LocalSocket.name)")
    }

    private func takeCalls() {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            guard calls.count < LocalSocket.callsAtOnce, Self.isOwn(descriptor) else {
                Foundation.close(descriptor)
                continue
            }
            lastCall += 1
            let number = lastCall
            let watch = DescriptorWatch(duplicating: descriptor, on: loop.core, for: .readable) { [weak self] in
                self?.assumeIsolated { $0.read(number) }
            }
            let deadline = loop.after(milliseconds: LocalSocket.requestMilliseconds) { [weak self] in
                self?.assumeIsolated { $0.hangUp(number) }
            }
            calls[number] = Call(descriptor: descriptor, watch: watch, deadline: deadline)
            if watch == nil { hangUp(number) }
        }
    }

    /// Whether whoever is at the other end runs as this user: the system says so, not they.
    private static func isOwn(_ descriptor: Int32) -> Bool {
        var peer: (process: Int32, user: UInt32, group: UInt32) = (0, .max, .max)
        var length = socklen_t(MemoryLayout.size(ofValue: peer))
        return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.user == geteuid()
    }

    private func read(_ number: Int) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while let descriptor = calls[number]?.descriptor, calls[number]?.watch != nil {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EAGAIN || errno == EINTR { return }
            guard count > 0 else { return hangUp(number) }
            let part = buffer.prefix(count)
            let end = part.firstIndex(of: LocalSocket.lineEnd)
            // In place: a long line is not copied for each of its parts.
            calls[number]?.line += part[..<(end ?? part.endIndex)]
            guard let line = calls[number]?.line, line.count <= LocalSocket.lineBytes else { return hangUp(number) }
            if end != nil { return obey(number, line) }
        }
    }

    private func obey(_ number: Int, _ line: [UInt8]) {
        calls[number]?.watch?.end()
        calls[number]?.watch = nil
        calls[number]?.deadline?.cancel()
        Task {
            let answer = await self.answer(line) + [LocalSocket.lineEnd]
            guard let call = calls[number] else { return }
            // A line is smaller than what the system takes at once.
            _ = answer.withUnsafeBytes { send(call.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            hangUp(number)
        }
    }

    private func hangUp(_ number: Int) {
        guard let call = calls.removeValue(forKey: number) else { return }
        call.watch?.end()
        call.deadline?.cancel()
        Foundation.close(call.descriptor)
    }
}
