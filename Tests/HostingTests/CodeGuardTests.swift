// Guessing codes is slowed; whoever has not guessed is never shut out.

import Hosting
import Testing

@Suite struct CodeGuardTests {
    @Test func tenWrongOnesThenAPause() {
        var codes = CodeGuard(at: 0)
        for _ in 0..<10 {
            #expect(codes.pause("192.0.2.1", at: 0) == nil)
            codes.wrong("192.0.2.1", at: 0)
        }
        #expect(codes.pause("192.0.2.1", at: 0) != nil)
        #expect(codes.pause("192.0.2.2", at: 0) == nil)
        #expect(codes.pause("192.0.2.1", at: 61_000) == nil)
    }

    @Test func anIPv6NetworkIsOneAddress() {
        var codes = CodeGuard(at: 0)
        for host in 0..<10 { codes.wrong("2001:db8:1:2::\(host)", at: 0) }
        #expect(codes.pause("2001:db8:1:2:9::1", at: 0) != nil)
    }

    @Test func manyAddressesShareABudgetButNewcomersAreHeard() {
        var codes = CodeGuard(at: 0)
        for address in 0..<200 { codes.wrong("198.51.100.\(address)", at: 0) }
        #expect(codes.pause("198.51.100.7", at: 0) != nil)
        #expect(codes.pause("203.0.113.9", at: 0) == nil)
    }
}

@Suite struct TokenBucketTests {
    @Test func burstThenRate() {
        var bucket = TokenBucket(perSecond: 5, burst: 3, at: 0)
        for _ in 0..<3 { #expect(bucket.take(at: 0) == nil) }
        #expect(bucket.take(at: 0) == 200)
        #expect(bucket.take(at: 200) == nil)
        #expect(bucket.take(at: 200) == 200)
        // A clock that goes back gives nothing and takes nothing.
        #expect(bucket.take(at: 100) == 200)
        #expect(bucket.isFull(at: 10_000))
    }
}
