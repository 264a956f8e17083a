// A rule of a proposal that speaks of nobody is refused, not passed over.

import Testing

@testable import Interface

@Suite(.timeLimit(.minutes(5))) struct UnknownPinTests {
    @Test(
        "given a pin, when its person is not in the meeting, then nothing is proposed",
        arguments: [("ann", 200), ("Ann", 409), ("zeb", 409), ("carys", 409)])
    func pins(_ name: String, _ status: Int) async throws {
        let world = try await World()
        let (cookie, csrf) = try await world.signIn("carys")
        let answer = await world.post(
            "/api/groups",
            #"{"meeting":"open","choice":"mix","size":2,"pins":{"\#(name)":0},"csrf":"\#(csrf)"}"#, cookies: cookie)
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.code == (status == 200 ? nil : "notFound"))
    }
}
