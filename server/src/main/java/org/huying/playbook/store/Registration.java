package org.huying.playbook.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huying.database.AfterCommit;
import org.huying.playbook.check.Findings;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.CatalogueFiles;
import org.huying.playbook.source.FolderFiles;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.TreeJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Registers versions: the shipped files at start, when their content has changed, and imported catalogues.
@Component
public class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final int ATTEMPTS = 5;

    /// Before the name of a file that was edited here and is no longer the program's.
    private static final String EDITED = "edited/";

    private static final Findings.Word CATALOGUE =
            new Findings.Word("待导入的目录", "catalogue that it imports");

    private final VersionRows rows;
    private final StoredPlaybooks playbooks;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ShippedFiles shipped = new ShippedFiles();
    private final CatalogueFiles catalogues;

    Registration(
            VersionRows rows,
            StoredPlaybooks playbooks,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction,
            PlaybookProperties properties) {
        this.rows = rows;
        this.playbooks = playbooks;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        CatalogueFiles stored = rows::catalogue;
        this.catalogues =
                Optional.ofNullable(properties.catalogues())
                        .map(folder -> stored.or(new FolderFiles(folder)))
                        .orElse(stored);
    }

    /// On a database outside Spring, for the command line.
    public static Registration on(DataSource dataSource, Clock clock) {
        var rows = new VersionRows(JdbcClient.create(dataSource));
        var json = JsonMapper.shared();
        var registration =
                new Registration(
                        rows,
                        new StoredPlaybooks(rows, json),
                        json,
                        clock,
                        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                        new PlaybookProperties(null, Duration.ofSeconds(5)));
        registration.playbooks.refresh();
        return registration;
    }

    /// What registering came to: the version now newest, unless something is broken, and the findings.
    ///
    /// @param effectiveFrom when that version comes or came into force
    public record Outcome(
            Optional<CompiledPlaybook> playbook,
            boolean changed,
            Optional<Instant> effectiveFrom,
            Findings findings) {

        static Outcome refused(Findings findings) {
            return new Outcome(Optional.empty(), false, Optional.empty(), findings);
        }
    }

    /// Registers every shipped playbook whose content changed. A mistake in one stops the start; hints are for `playbook
    /// check` to tell.
    void shipped() {
        playbooks.refresh();
        for (var key : shipped.keys()) {
            if (edited(key).isPresent()) {
                LOG.info("Playbook {} was edited here and stays as it is", key);
                continue;
            }
            var outcome = register(load(key), clock.instant(), Optional.empty());
            if (outcome.playbook().isEmpty()) {
                throw new IllegalStateException(
                        outcome.findings().all().stream()
                                .map(each -> each.line(true))
                                .collect(
                                        Collectors.joining(
                                                "\n",
                                                "The shipped playbook " + key + " has mistakes:\n",
                                                "")));
            }
        }
    }

    /// Checks a file as if it were a playbook of this installation; stores nothing.
    public Loading.Loaded check(SourceFile file) {
        return new Loading(shipped, catalogues).load(file);
    }

    /// Stores a catalogue that a shipped playbook imports and registers the version that has it, in force from `from`.
    /// A file of another name is taken when the playbook waits for exactly one.
    public Outcome importCatalogue(String key, SourceFile given, Instant from) {
        var source =
                edited(key)
                        .or(() -> shipped.playbook(key))
                        .orElseThrow(() -> new IllegalStateException(key));
        var awaited = new Loading(shipped, catalogues).files(source);
        if (!awaited.contains(given.name()) && awaited.size() != 1) {
            var findings = new Findings();
            findings.unknown(
                    "catalogue",
                    CATALOGUE,
                    new Spot(given.name(), 1, 1),
                    "",
                    given.name(),
                    awaited);
            return Outcome.refused(findings);
        }
        var name = awaited.contains(given.name()) ? given.name() : awaited.getFirst();
        return importCatalogue(key, source, new SourceFile(name, given.text()), from);
    }

    private Outcome importCatalogue(String key, SourceFile source, SourceFile file, Instant from) {
        CatalogueFiles withFile =
                (playbook, name) ->
                        playbook.equals(key) && name.equals(file.name())
                                ? Optional.of(file)
                                : Optional.empty();
        var loaded = new Loading(shipped, withFile.or(catalogues)).load(source);
        if (loaded.playbook().isEmpty()) {
            return Outcome.refused(loaded.findings());
        }
        rows.keep(key, file, Digest.of(file.text()), clock.instant());
        return register(loaded, from, edited(key).map(SourceFile::text));
    }

    /// Registers what was written here as the next version, in force from `from`. Empty when another node was faster.
    Optional<Outcome> edit(Loading.Loaded loaded, String text, Instant from) {
        return rivalled(loaded) ? refused(loaded) : attempt(loaded, from, Optional.of(text));
    }

    /// A file of an edited playbook, to be checked under its name.
    static SourceFile written(String key, String text) {
        return new SourceFile(EDITED + key + ".yaml", text);
    }

    /// The newest version as it was written, when it was written here.
    Optional<SourceFile> edited(String key) {
        return playbooks
                .newest(key)
                .filter(version -> version.source().startsWith(EDITED))
                .flatMap(version ->
                        text(key, version.version())
                                .map(text -> new SourceFile(version.source(), text)));
    }

    /// A version as it was written; empty when it is one of the program's.
    public Optional<String> text(String key, int version) {
        return rows.document(key, version).flatMap(VersionRows.Document::text);
    }

    /// Whether a playbook of this key is part of the program.
    public boolean ships(String key) {
        return shipped.keys().contains(key);
    }

    private Loading.Loaded load(String key) {
        return check(shipped.playbook(key).orElseThrow());
    }

    private Outcome register(Loading.Loaded loaded, Instant from, Optional<String> text) {
        if (rivalled(loaded)) {
            return refused(loaded).orElseThrow();
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            var done = attempt(loaded, from, text);
            if (done.isPresent()) {
                return done.get();
            }
            playbooks.refresh();
        }
        throw new IllegalStateException("Others keep registering a playbook");
    }

    private static Optional<Outcome> refused(Loading.Loaded loaded) {
        return Optional.of(Outcome.refused(loaded.findings()));
    }

    /// Whether it cannot be registered: it is broken, or another playbook serves its place, which becomes a finding.
    private boolean rivalled(Loading.Loaded loaded) {
        if (loaded.playbook().isEmpty()) {
            return true;
        }
        var playbook = loaded.playbook().get();
        var place = playbook.place().value();
        var rival = playbooks.shelf().rival(playbook.key(), place);
        if (rival.isEmpty() || place.equals(Shelf.COUNTRY)) {
            return false;
        }
        loaded.findings()
                .error(
                        "place-taken",
                        playbook.document().spot(),
                        "place.code",
                        place + " 已有工作法 " + rival.get(),
                        place + " already has the playbook " + rival.get());
        return true;
    }

    /// Empty when another node took the number.
    private Optional<Outcome> attempt(Loading.Loaded loaded, Instant from, Optional<String> text) {
        var playbook = loaded.playbook().orElseThrow();
        var document = json.writeValueAsString(TreeJson.json(playbook.document()));
        var sha256 = Digest.of(document);
        var newest = playbooks.newest(playbook.key());
        if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
            var same = playbook.numbered(newest.get().version());
            playbooks.keep(same);
            return Optional.of(
                    new Outcome(
                            Optional.of(same),
                            false,
                            newest.map(Registered::effectiveFrom),
                            loaded.findings()));
        }
        var numbered = playbook.numbered(newest.map(Registered::version).orElse(0) + 1);
        var row =
                new Registered(
                        numbered.key(),
                        numbered.version(),
                        numbered.place().value(),
                        newest.isEmpty() ? Instant.EPOCH : from,
                        sha256,
                        playbook.document().spot().file());
        var origins = json.writeValueAsString(TreeJson.origins(playbook.document()));
        return store(row, new VersionRows.Document(document, origins, text), numbered)
                ? Optional.of(
                        new Outcome(
                                Optional.of(numbered),
                                true,
                                Optional.of(row.effectiveFrom()),
                                loaded.findings()))
                : Optional.empty();
    }

    /// False when another node took the number. Nobody sees the version before it is committed.
    private boolean store(
            Registered row, VersionRows.Document document, CompiledPlaybook numbered) {
        if (!Boolean.TRUE.equals(
                transaction.execute(_ -> rows.insert(row, document, clock.instant())))) {
            return false;
        }
        AfterCommit.run(() -> {
            playbooks.keep(numbered);
            playbooks.refresh();
            LOG.debug("Registered playbook {} in force from {}", numbered, row.effectiveFrom());
        });
        return true;
    }
}
