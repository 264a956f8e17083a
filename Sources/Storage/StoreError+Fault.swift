import Journal

/// What the operator's log says of an error: never its text, which may quote what was to be stored.
extension StoreError: NamedFault {
    public var faultName: StaticString {
        switch self {
        case .inUse: "inUse"
        case .newerSchema: "newerSchema"
        case .foreignFile: "foreignFile"
        case .unsafeDirectory: "unsafeDirectory"
        case .fileSystem: "fileSystem"
        case .noAccess: "noAccess"
        case .sideFile: "sideFile"
        case .damaged: "damaged"
        case .behindMark: "behindMark"
        case .damagedFile: "damagedFile"
        case .unsafeSetting: "unsafeSetting"
        case .notFound: "notFound"
        case .loginTaken: "loginTaken"
        case .noFreeCode: "noFreeCode"
        case .beyondLimit: "beyondLimit"
        case .full: "diskFull"
        case .readOnly: "readOnly"
        case .fatal: "notConfirmed"
        case .closed: "closed"
        case .failed: "database"
        }
    }

    public var faultCode: Int? {
        switch self {
        case .fileSystem(_, let code), .failed(let code, _): Int(code)
        case .newerSchema(let found, _): found
        case .damaged(_, let sequence), .behindMark(_, let sequence, _): Int(sequence)
        case .inUse, .foreignFile, .unsafeDirectory, .noAccess, .sideFile, .damagedFile, .unsafeSetting, .notFound,
            .loginTaken, .noFreeCode,
            .beyondLimit, .full, .readOnly, .fatal, .closed:
            nil
        }
    }
}
