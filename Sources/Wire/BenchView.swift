// Knows what of kits each audience is sent: how many are where; to leads also who is stuck and what was said of the kit;
// pictures whose authors let others see them.

import Meetings

/// A picture as others see that there is one.
struct PhotoView: Encodable {
    var id: PhotoID
    var person: PersonID
    var step: Int
    var width: Int
    var height: Int

    init(_ photo: KitPhoto) {
        (id, person, step, width, height) = (photo.id, photo.author, photo.step, photo.width, photo.height)
    }
}

/// The kits of an item as one audience may see them.
struct BenchView: Encodable {
    var segment: SegmentID
    var counts: [String: Int]
    /// Those that others may see.
    var photos: [PhotoView]?
    /// All there are, each by its name alone: a meeting holds so many and no more.
    var photoIDs: [PhotoID]?
    /// For leads only.
    var calls: [HelpCall]?
    var helps: [Help]?
    var reviews: [KitReview]?

    init(_ bench: Bench, for kind: ViewerKind) {
        (segment, counts) = (bench.segment, bench.counts)
        guard kind != .wall else { return }
        photos = bench.photos.filter(\.isShown).map(PhotoView.init)
        photoIDs = bench.photos.map(\.id)
        guard kind == .lead else { return }
        (calls, helps, reviews) = (bench.calls, bench.helps, bench.reviews)
    }
}
