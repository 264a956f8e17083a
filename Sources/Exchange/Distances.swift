// Knows how far two places are from each other: the engine itself knows no trigonometry.

import Foundation

/// A place on the earth, in degrees.
public struct Position: Equatable, Sendable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// Great circles.
public enum Distances {
    /// Metres, rounded up, so that nobody within a limit is outside of it by rounding; row by row. -1 where a place is
    /// not known.
    public static func metres(_ places: [Position?]) -> [Int32] {
        let count = places.count
        var table = [Int32](repeating: 0, count: count * count)
        let radians = places.map { $0.map { ($0.latitude * .pi / 180, $0.longitude * .pi / 180) } }
        for one in 0..<count {
            for other in (one + 1)..<max(count, one + 1) {
                var distance: Int32 = -1
                if let (latitude1, longitude1) = radians[one], let (latitude2, longitude2) = radians[other] {
                    let (north, east) = (sin((latitude2 - latitude1) / 2), sin((longitude2 - longitude1) / 2))
                    let half = north * north + cos(latitude1) * cos(latitude2) * east * east
                    // A millimetre's worth of noise is not a metre.
                    distance = Int32((2 * 6371.0 * asin(min(1, half.squareRoot())) * 1000 - 1e-6).rounded(.up))
                }
                table[one * count + other] = distance
                table[other * count + one] = distance
            }
        }
        return table
    }
}
