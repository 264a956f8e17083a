// All suites of this target, one test after the other: they count descriptors, and measure time on few cores.

import Testing

@Suite(.serialized) enum SocketsTests {}
