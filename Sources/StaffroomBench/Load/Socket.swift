// Knows TCP to this machine.

import Glibc

enum Socket {
    /// A socket that is on its way to a port of the loopback address; nil when it cannot be had.
    static func to(port: Int, isWaiting: Bool) -> Int32? {
        let flags = Int32(SOCK_CLOEXEC.rawValue) | (isWaiting ? 0 : Int32(SOCK_NONBLOCK.rawValue))
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | flags, 0)
        guard made >= 0 else { return nil }
        var yes: Int32 = 1
        setsockopt(made, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 || (errno == EINPROGRESS && !isWaiting) { return made }
        close(made)
        return nil
    }

    /// As many descriptors as this process may have; its children inherit that.
    static func allowMany() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
    }
}
