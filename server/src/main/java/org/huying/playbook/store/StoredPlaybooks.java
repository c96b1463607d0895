package org.huying.playbook.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.check.Findings;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.compile.Compiler;
import org.huying.playbook.tree.TreeJson;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The playbooks in force, in memory. A version is compiled when it is first asked for and kept; versions never change.
@Component
public class StoredPlaybooks implements Playbooks {

    private final VersionRows rows;
    private final JsonMapper json;
    private final Map<Pin, CompiledPlaybook> compiled = new ConcurrentHashMap<>();
    private volatile Shelf shelf = new Shelf(List.of());

    private record Pin(String key, int version) {}

    StoredPlaybooks(VersionRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public Playbook current(String region, Instant at) {
        return inForce(region, at);
    }

    @Override
    public Playbook current(TerritoryCode place, Instant at) {
        return shelf.inForce(place, at)
                .map(version -> compiled(version.key(), version.version()))
                .orElseThrow(() -> new IllegalStateException("No playbook serves " + place));
    }

    @Override
    public List<Playbook> within(String region, Instant at) {
        return shelf.within(region, at).stream()
                .<Playbook>map(version -> compiled(version.key(), version.version()))
                .toList();
    }

    /// As [#current(String, Instant)], with its document.
    public CompiledPlaybook inForce(String region, Instant at) {
        return shelf.inForce(region, at)
                .map(version -> compiled(version.key(), version.version()))
                .orElseThrow(() -> new IllegalStateException("No playbook serves " + region));
    }

    @Override
    public Playbook pinned(String key, int version) {
        return compiled(key, version);
    }

    /// As [#pinned], with its document.
    public CompiledPlaybook compiled(String key, int version) {
        return compiled.computeIfAbsent(new Pin(key, version), this::compile);
    }

    public Optional<CompiledPlaybook> version(String key, int version) {
        return shelf.holds(key, version) ? Optional.of(compiled(key, version)) : Optional.empty();
    }

    /// Every version, by key and number.
    public List<Registered> versions() {
        return shelf.all();
    }

    public Optional<Registered> newest(String key) {
        return shelf.newest(key);
    }

    Shelf shelf() {
        return shelf;
    }

    /// Looks for versions that other nodes registered.
    void refresh() {
        shelf = new Shelf(rows.all());
    }

    /// Keeps a version that was compiled from its files a moment ago.
    void keep(CompiledPlaybook playbook) {
        compiled.put(new Pin(playbook.key(), playbook.version()), playbook);
    }

    private CompiledPlaybook compile(Pin pin) {
        var stored =
                rows.document(pin.key(), pin.version())
                        .orElseThrow(() -> new IllegalStateException("Never registered: " + pin));
        Map<String, String> origins =
                json.readValue(stored.origins(), new TypeReference<HashMap<String, String>>() {});
        var tree = TreeJson.tree(json.readTree(stored.document()), origins);
        var findings = new Findings();
        return Compiler.compile(tree, findings)
                .orElseThrow(() ->
                        new IllegalStateException(pin + " no longer compiles: " + findings.all()))
                .numbered(pin.version());
    }
}
