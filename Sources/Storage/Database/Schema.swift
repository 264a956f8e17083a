import GRDB

/// The tables. Each step takes the database from the schema before it to its own; a released step is never edited.
struct Migration: Sendable {
    /// The `user_version` the database has after the step.
    let version: Int
    /// The statements, run inside the one transaction of the whole upgrade.
    let sql: String
}

enum Schema {
    /// 'STFR', the `application_id` by which a file is known as ours.
    static let applicationID: Int64 = 0x5354_4652

    /// The schema of a database, for those who only read it.
    ///
    /// - Throws: `StoreError.newerSchema` when it is of a later release.
    static func known(_ db: Database) throws -> Int {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= newest else { throw StoreError.newerSchema(found: found, known: newest) }
        return found
    }

    /// Statements that make a database of before look as if it had the columns of today, for those who only look at
    /// it. It cannot be copied by `VACUUM` then, which makes indexes by the names of tables.
    static func likeToday(_ db: Database) throws -> String {
        func lacks(_ column: String) throws -> Bool {
            let sql = "SELECT count(*) FROM pragma_table_info('event') WHERE name = ?"
            return try Int.fetchOne(db, sql: sql, arguments: [column]) == 0
        }
        guard try lacks("command") else { return "" }
        let hasParts = try !lacks("parts")
        let since = """
            CREATE TEMP VIEW personal_of AS
            SELECT person, stream, sequence, until_end, object, json FROM personal WHERE person IS NOT NULL;
            CREATE TEMP VIEW event AS SELECT *, \(hasParts ? "" : "NULL AS parts, ")NULL AS command FROM main.event;

            """
        guard !hasParts else { return since }
        return since + """
            CREATE TEMP VIEW personal AS SELECT *, NULL AS salt FROM main.personal;
            CREATE TEMP VIEW person_words AS SELECT *, NULL AS words_hash FROM main.person_words;
            CREATE TEMP VIEW erased AS SELECT '' AS stream, 0 AS sequence, 0 AS until_end WHERE 0;

            """
    }

    /// The schema of this release.
    static var newest: Int { migrations.last?.version ?? 0 }

    static let migrations = [
        Migration(version: 1, sql: log + catalogue), Migration(version: 2, sql: history + buddies),
        Migration(version: 3, sql: truth), Migration(version: 4, sql: comings),
        Migration(version: 5, sql: answers), Migration(version: 6, sql: fewerPages),
    ]

    /// What is asked of earlier meetings: who offered what, who sat together, who spoke. And the topics of a network.
    private static let history = """
        ALTER TABLE network ADD COLUMN topics TEXT NOT NULL DEFAULT '';
        CREATE INDEX event_topics ON event(actor)
            WHERE kind IN ('offersSet', 'needsSet', 'teachingSet');
        CREATE INDEX event_groups ON event(stream, sequence)
            WHERE kind IN ('groupsFormed', 'groupOpened', 'peopleMoved', 'groupsEnded', 'turnEnded');

        """

    static let kindsOfComing = "'personJoined', 'personWaited', 'personRemoved', 'personReturnedToLobby'"

    /// How somebody came to the meetings of a network and had to go.
    private static let comings = """
        CREATE INDEX event_comings ON event(stream, sequence) WHERE kind IN (\(kindsOfComing));

        """

    /// The log. Events are a plain append log with an index: measured against a table clustered by (stream, sequence)
    /// it takes as many rows a second one at a time and up to 1.7 times as many in groups, and "the last thousand" is
    /// a range of ids. `head` repeats the end of every stream, so that a deleted tail is noticed. What a person may
    /// have erased is in `personal`, outside the hash chain.
    private static let log = """
        CREATE TABLE meta(
            key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE event(
            id INTEGER PRIMARY KEY, stream TEXT NOT NULL, sequence INTEGER NOT NULL CHECK (sequence > 0),
            epoch TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT, kind TEXT NOT NULL, version INTEGER NOT NULL,
            body BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE (stream, sequence)) STRICT;
        CREATE TABLE head(
            stream TEXT PRIMARY KEY NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE personal(
            stream TEXT NOT NULL, sequence INTEGER NOT NULL, until_end INTEGER NOT NULL, person TEXT, object TEXT,
            json BLOB NOT NULL, PRIMARY KEY (stream, sequence, until_end)) STRICT, WITHOUT ROWID;
        CREATE INDEX personal_person ON personal(person) WHERE person IS NOT NULL;
        CREATE TABLE command(
            stream TEXT NOT NULL, actor TEXT NOT NULL, id TEXT NOT NULL, body_hash BLOB NOT NULL,
            sequence INTEGER NOT NULL, until_end INTEGER NOT NULL,
            PRIMARY KEY (stream, actor, id)) STRICT, WITHOUT ROWID;

        """

    /// Who and what there is. Every row belongs to a network. A person's name and school are in a table of their own
    /// to which nothing refers, so that it can be rewritten as a whole after an erasure.
    private static let catalogue = """
        CREATE TABLE network(
            id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, contact TEXT NOT NULL, notice TEXT NOT NULL,
            created INTEGER NOT NULL) STRICT;
        CREATE TABLE person(
            id TEXT PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id),
            tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3), created INTEGER NOT NULL, erased INTEGER) STRICT;
        CREATE INDEX person_network ON person(network);
        CREATE TABLE person_words(
            person TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, school TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE account(
            id TEXT PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id),
            role TEXT NOT NULL CHECK (role IN ('coordinator', 'evaluator')), login TEXT NOT NULL,
            login_folded TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, person TEXT REFERENCES person(id),
            password TEXT, disabled INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL) STRICT;
        CREATE INDEX account_network ON account(network);
        CREATE TABLE one_time_link(
            hash BLOB PRIMARY KEY NOT NULL, account TEXT NOT NULL REFERENCES account(id),
            purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'reset', 'sample')), expires INTEGER NOT NULL,
            used INTEGER) STRICT;
        CREATE INDEX one_time_link_account ON one_time_link(account);
        CREATE TABLE session(
            hash BLOB PRIMARY KEY NOT NULL, account TEXT NOT NULL REFERENCES account(id), created INTEGER NOT NULL,
            last_seen INTEGER NOT NULL, csrf TEXT NOT NULL, revoked INTEGER) STRICT;
        CREATE INDEX session_account ON session(account);
        CREATE TABLE ticket(
            hash BLOB PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id),
            person TEXT NOT NULL REFERENCES person(id), created INTEGER NOT NULL, revoked INTEGER) STRICT;
        CREATE INDEX ticket_person ON ticket(person);
        CREATE TABLE meeting(
            id TEXT PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id), title TEXT NOT NULL,
            planned_start INTEGER, zone TEXT NOT NULL, code TEXT NOT NULL,
            phase TEXT NOT NULL CHECK (phase IN ('planned', 'open', 'ended')), created INTEGER NOT NULL,
            is_sample INTEGER NOT NULL, is_rehearsal INTEGER NOT NULL, recording TEXT UNIQUE,
            archived INTEGER) STRICT;
        CREATE INDEX meeting_network ON meeting(network);
        CREATE UNIQUE INDEX meeting_code ON meeting(code) WHERE archived IS NULL;
        CREATE TABLE link(
            hash BLOB PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id),
            meeting TEXT NOT NULL REFERENCES meeting(id),
            kind TEXT NOT NULL CHECK (kind IN ('room', 'personal', 'guest', 'wall')),
            person TEXT REFERENCES person(id), generation INTEGER NOT NULL, revoked INTEGER) STRICT;
        CREATE UNIQUE INDEX link_generation ON link(meeting, kind, ifnull(person, ''), generation);
        CREATE INDEX link_person ON link(person) WHERE person IS NOT NULL;

        """

    /// What makes texts a part of the hash chain, though they can be erased: an event lists the salted hashes of its
    /// erasable parts, the salt lies beside each part and goes with it, and what was erased is written down, so that a
    /// part that is only lost differs from it. Events of before have no list. A person's words vouch for themselves.
    private static let truth = """
        ALTER TABLE event ADD COLUMN parts BLOB;
        ALTER TABLE personal ADD COLUMN salt BLOB;
        ALTER TABLE person_words ADD COLUMN words_hash BLOB;
        CREATE TABLE erased(
            stream TEXT NOT NULL, sequence INTEGER NOT NULL, until_end INTEGER NOT NULL,
            PRIMARY KEY (stream, sequence, until_end)) STRICT, WITHOUT ROWID;

        """

    /// What a message writes is spread over fewer pages: a command lies with its event, and in whose stream whose parts
    /// are is a row once and not an index over all of them. Of those who count only, whose few parts go with the end of a
    /// meeting, nothing may stay that says where they were.
    private static let fewerPages = """
        ALTER TABLE event ADD COLUMN command BLOB;
        CREATE TABLE person_stream(
            person TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (person, stream)) STRICT, WITHOUT ROWID;
        INSERT INTO person_stream SELECT DISTINCT person, stream FROM personal
            WHERE person IS NOT NULL AND until_end = 0;
        DROP INDEX personal_person;
        CREATE INDEX personal_counted ON personal(person) WHERE person IS NOT NULL AND until_end = 1;
        CREATE VIEW personal_of AS
            SELECT s.person AS person, p.stream AS stream, p.sequence AS sequence, p.until_end AS until_end,
            p.object AS object, p.json AS json
            FROM person_stream s CROSS JOIN personal p
            ON p.stream = s.stream AND p.person = s.person AND p.until_end = 0
            UNION ALL SELECT person, stream, sequence, until_end, object, json FROM personal
            WHERE person IS NOT NULL AND until_end = 1;

        """

    /// Answers of which nobody is to know whose they are, while they can come: each under a number drawn by chance, shut
    /// with a key that is in none of these tables; beside them and without an order who has answered, and by what a
    /// repeated command is known. Once a prompt is closed all of its answers are one row. Nothing of it has a rowid.
    private static let answers = """
        CREATE TABLE sealed_answer(
            id BLOB PRIMARY KEY NOT NULL, stream TEXT NOT NULL, prompt TEXT NOT NULL, token BLOB NOT NULL,
            box BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE answered(
            stream TEXT NOT NULL, prompt TEXT NOT NULL, person TEXT NOT NULL,
            PRIMARY KEY (stream, prompt, person)) STRICT, WITHOUT ROWID;
        CREATE TABLE answer_repeat(
            code BLOB PRIMARY KEY NOT NULL, stream TEXT NOT NULL, prompt TEXT NOT NULL,
            body BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE answer_pool(
            stream TEXT NOT NULL, prompt TEXT NOT NULL, answers BLOB NOT NULL,
            PRIMARY KEY (stream, prompt)) STRICT, WITHOUT ROWID;

        """

    /// The way to a person's page of buddies, and the devices on which it was opened. Nothing is shown on a device that
    /// is not confirmed, so a link that was passed on gives nothing away.
    private static let buddies = """
        CREATE TABLE buddy_link(
            hash BLOB PRIMARY KEY NOT NULL, network TEXT NOT NULL REFERENCES network(id),
            person TEXT NOT NULL REFERENCES person(id), generation INTEGER NOT NULL, created INTEGER NOT NULL,
            revoked INTEGER) STRICT;
        CREATE UNIQUE INDEX buddy_link_generation ON buddy_link(person, generation);
        CREATE TABLE buddy_device(
            id TEXT PRIMARY KEY NOT NULL, hash BLOB NOT NULL UNIQUE, network TEXT NOT NULL REFERENCES network(id),
            person TEXT NOT NULL REFERENCES person(id), created INTEGER NOT NULL, confirmed INTEGER,
            refused INTEGER) STRICT;
        CREATE INDEX buddy_device_person ON buddy_device(person);

        """
}
