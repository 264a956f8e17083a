// Knows the quantiles of Student's distribution, through the incomplete beta function.

import Foundation

/// Student's t distribution.
enum StudentsT {
    /// The t with P(|T| > t) = `outside`, by halving.
    static func quantile(outside: Double, degrees: Int) -> Double {
        var (low, high) = (0.0, 1.0)
        while tail(high, degrees) > outside { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if tail(middle, degrees) > outside { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// P(|T| > t) = I_x(df/2, 1/2) with x = df/(df + t^2).
    static func tail(_ t: Double, _ degrees: Int) -> Double {
        let df = Double(degrees)
        return incompleteBeta(df / (df + t * t), df / 2, 0.5)
    }

    /// The regularised incomplete beta function by Lentz's continued fraction (Numerical Recipes 6.4).
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let scale: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
        let front: Double = exp(scale + a * log(x) + b * log(1 - x))
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func bounded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d: Double = 1 / bounded(1 - (a + b) * x / (a + 1))
        var result = d
        func advance(_ term: Double) {
            d = 1 / bounded(1 + term * d)
            c = bounded(1 + term / c)
            result *= d * c
        }
        for step in 1...500 {
            let m = Double(step)
            let start = a + 2 * m
            let even: Double = m * (b - m) * x
            advance(even / ((start - 1) * start))
            let odd: Double = -(a + m) * (a + b + m) * x
            advance(odd / (start * (start + 1)))
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }
}
