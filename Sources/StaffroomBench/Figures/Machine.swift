// Knows on what machine and in what state of it something was measured.

import Foundation
import Glibc

/// The machine, as it was before the command began.
struct Machine: Encodable {
    let cores: Int
    /// Processes that were running or waiting to run, over the last minute.
    let load: Double
    let isOptimised: Bool

    init() {
        cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        var loads = [0.0]
        load = getloadavg(&loads, 1) == 1 ? loads[0] : .nan
        #if DEBUG
            isOptimised = false
        #else
            isOptimised = true
        #endif
    }

    /// Others took so much of it that times on the wall clock say little.
    var isBusy: Bool { load > Double(cores) / 2 }

    var words: String {
        "\(cores) cores, load \(Table.text(load)) before"
            + (isOptimised ? "" : ", NOT OPTIMISED: build with -c release")
    }
}
