import Testing

@testable import Sockets

extension SocketsTests {
    /// Times in milliseconds; what has waited for 250 is in time.
    struct FairClockTests {
        @Test func goesAsTimeGoesWhileNothingWaits() {
            var clock = FairClock(now: 1_000)
            clock.rests(until: 1_250, at: 1_000)
            #expect(clock.reading(at: 1_200) == 1_200)
            clock.wakes(at: 1_260)
            clock.caughtUp(to: 1_260, at: 1_270)
            clock.rests(until: .max, at: 1_270)
            #expect(clock.reading(at: 90_000) == 90_000)
        }

        @Test func standsStillWhileJobsWait() {
            var clock = FairClock(now: 0)
            #expect(clock.reading(at: 250) == 250)
            #expect(clock.reading(at: 5_000) == 250)
            clock.caughtUp(to: 0, at: 5_000)
            #expect(clock.reading(at: 6_000) == 250)
            clock.caughtUp(to: 6_000, at: 6_000)
            #expect(clock.reading(at: 6_000) == 250)
            #expect(clock.reading(at: 6_100) == 350)
        }

        @Test func goesOnWhileJobsComeAllTheTimeAndNoneWaitsLong() {
            var clock = FairClock(now: 0)
            // What came in during one batch of jobs is the next batch: it has waited for two at most.
            for now in stride(from: UInt64(0), to: 60_000, by: 100) {
                clock.caughtUp(to: now, at: now + 100)
                #expect(clock.reading(at: now + 100) == now + 100)
            }
        }

        @Test func standsStillWhenTheLoopOversleeps() {
            var clock = FairClock(now: 0)
            clock.rests(until: 100, at: 0)
            #expect(clock.reading(at: 60_000) == 350)
            clock.wakes(at: 60_000)
            #expect(clock.reading(at: 60_010) == 350)
            clock.caughtUp(to: 100, at: 60_010)  // the timer that is late has not fired yet
            #expect(clock.reading(at: 60_020) == 350)
            clock.rests(until: 60_120, at: 60_020)
            #expect(clock.reading(at: 60_120) == 450)
        }

        @Test(arguments: 1...20) func neverGoesBackNorFasterThanTime(seed: Int) {
            var generator = Generator(seed: seed)
            var clock = FairClock(now: 0)
            var (now, last) = (UInt64(0), UInt64(0))
            for _ in 0..<2_000 {
                let step = UInt64.random(in: 0...400, using: &generator)
                now += step
                #expect(clock.reading(at: now) - last <= step)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: clock.rests(until: now + .random(in: 0...500, using: &generator), at: now)
                case 1: clock.wakes(at: now)
                default: clock.caughtUp(to: now - min(now, .random(in: 0...900, using: &generator)), at: now)
                }
                #expect(clock.reading(at: now) >= last)
                last = clock.reading(at: now)
            }
        }
    }

    struct DeadlineWheelTests {
        @Test(arguments: 1...4) func everyOneIsDueOnceAtItsTick(seed: Int) {
            var generator = Generator(seed: seed)
            var wheel = DeadlineWheel(tickMilliseconds: 100, now: 1_000)
            var expected: [ConnectionNumber: UInt64] = [:]
            for value in 0..<500 {
                let number = ConnectionNumber(value: UInt64(value))
                let wait = UInt64.random(in: 0..<20_000, using: &generator)
                expected[number] = wheel.insert(number, deadline: 1_000 + wait)
                #expect(expected[number]! == 10 + max(1, (wait + 99) / 100))
            }
            for now in stride(from: UInt64(1_000), through: 30_000, by: 50) {
                while let due = wheel.advance(towards: now) {
                    for number in due { #expect(expected.removeValue(forKey: number) == wheel.tick) }
                }
                #expect(wheel.tick == now / 100)
            }
            #expect(expected.isEmpty)
        }

        @Test func aLateWheelCatchesUpInOneGo() {
            var wheel = DeadlineWheel(tickMilliseconds: 100, now: 0)
            let numbers = (1...3).map { ConnectionNumber(value: $0) }
            let ticks = zip(numbers, [100, 5_000, 900_000]).map { wheel.insert($0, deadline: $1) }
            #expect(ticks == [1, 50, 255])  // one that is too far comes up early
            var found: [ConnectionNumber] = []
            while let due = wheel.advance(towards: 800_049) { found += due }
            #expect(found == numbers)
            #expect(wheel.tick == 8_000)
        }
    }

    private struct Generator: RandomNumberGenerator {
        private var state: UInt64

        init(seed: Int) { state = UInt64(seed) }

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
