// Knows TCP to this machine.

import Glibc

enum Socket {
    /// A socket that is on its way to a port of the loopback address; nil when it cannot be had. `bytes` are how many its
    /// own end takes for a program that does not read; `own` is the address of this machine that it comes from.
    static func to(port: Int, isWaiting: Bool, takes bytes: Int32? = nil, from own: UInt32? = nil) -> Int32? {
        let flags = Int32(SOCK_CLOEXEC.rawValue) | (isWaiting ? 0 : Int32(SOCK_NONBLOCK.rawValue))
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | flags, 0)
        guard made >= 0 else { return nil }
        var yes: Int32 = 1
        setsockopt(made, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        if var bytes { setsockopt(made, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size)) }
        if let own { _ = with(own, port: 0) { bind(made, $0, $1) } }
        let result = with(0x7F00_0001, port: port) { connect(made, $0, $1) }
        if result == 0 || (errno == EINPROGRESS && !isWaiting) { return made }
        close(made)
        return nil
    }

    private static func with(
        _ number: UInt32, port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(number).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// As many descriptors as this process may have; its children inherit that.
    @discardableResult
    static func allowMany() -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 0 }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
        getrlimit(resource, &limit)
        return Int(clamping: limit.rlim_cur)
    }
}
