// Knows the page that somebody takes with them as one file that stands by itself: no script, nothing from elsewhere, and
// all that people wrote is text. It reads well on a phone, in the dark and on paper.

enum TakeawayHTML {
    /// The page says itself that it runs and fetches nothing, wherever it is opened.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'"
    private static let style = """
        :root{color-scheme:light dark;--paper:#fbf7ef;--ink:#1d1f1e;--quiet:#5d625f;--rule:#d9d2c3;--spot:#0b5c51}
        @media (prefers-color-scheme:dark){:root{--paper:#191b1a;--ink:#ece7db;--quiet:#a9aca6;--rule:#3a3d3b;--spot:#7fd1c2}}
        body{font:1.0625rem/1.45 ui-sans-serif,system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;
        background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
        h1,h2,blockquote,.note,.text{font-family:ui-serif,"Iowan Old Style","Noto Serif",Cambria,Georgia,serif}
        h1{font-size:1.8rem;font-weight:400;line-height:1.15;margin:.2rem 0 1rem}
        h2{font-size:1.2rem;font-weight:400;margin:1.6rem 0 .2rem;border-bottom:1px solid var(--ink)}
        p,blockquote,ul{margin:.4rem 0;white-space:pre-line}
        blockquote{font-size:1.4rem;line-height:1.35}
        ul{list-style:none;padding:0;white-space:normal}
        li{padding:.5rem 0;border-top:1px solid var(--rule)}
        li:first-child{border-top:0}
        .about,.by{color:var(--quiet);font-size:.87rem}
        .said{border-top:1px solid var(--ink);padding-top:.5rem}
        a{color:var(--spot)}
        @media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--spot:#000}body{padding:0;max-width:none}
        section,li{break-inside:avoid}h2{break-after:avoid}}
        """

    static func write(_ file: TakeawayFile) -> String {
        var page = [
            "<!doctype html>", "<html lang=\"\(escaped(file.language))\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"referrer\" content=\"no-referrer\">",
            "<title>\(escaped(file.title)) – \(escaped(file.meeting))</title>", "<style>\(style)</style>", "</head>",
            "<body>", "<main>", "<p class=\"about\" dir=\"auto\">\(escaped(file.meeting))</p>",
            "<h1>\(escaped(file.title))</h1>", "<p class=\"about\" dir=\"auto\">\(escaped(file.about))</p>",
        ]
        if let (title, text) = file.action {
            page += [
                "<section class=\"said\"><p class=\"about\">\(escaped(title))</p>",
                "<blockquote dir=\"auto\">\(escaped(text))</blockquote></section>",
            ]
        }
        page += file.parts.map(section) + ["</main>", "</body>", "</html>"]
        return page.joined(separator: "\n") + "\n"
    }

    private static func section(_ part: TakeawayFile.Part) -> String {
        let before = part.lines.prefix { !isRow($0) }.map(line)
        let rows = part.lines.filter(isRow).map(line)
        let list = rows.isEmpty ? [] : ["<ul>"] + rows + ["</ul>"]
        return (["<section>", "<h2 dir=\"auto\">\(escaped(part.title))</h2>"] + before + list + ["</section>"])
            .joined(separator: "\n")
    }

    private static func isRow(_ line: TakeawayFile.Part.Line) -> Bool {
        switch line {
        case .about, .text: false
        case .note, .link: true
        }
    }

    private static func line(_ line: TakeawayFile.Part.Line) -> String {
        switch line {
        case .about(let text): "<p class=\"about\" dir=\"auto\">\(escaped(text))</p>"
        case .text(let text): "<p class=\"text\" dir=\"auto\">\(escaped(text))</p>"
        case .note(let text, let by):
            "<li><p class=\"note\" dir=\"auto\">\(escaped(text))</p><p class=\"by\" dir=\"auto\">\(escaped(by))</p></li>"
        case .link(let address, let about):
            "<li><a href=\"\(escaped(address))\" rel=\"noopener noreferrer\">\(escaped(address))</a>"
                + (about.map { " <span class=\"by\" dir=\"auto\">\(escaped($0))</span>" } ?? "") + "</li>"
        }
    }

    private static func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}

extension TakeawayFile {
    /// The whole file.
    public var html: String { TakeawayHTML.write(self) }
}
