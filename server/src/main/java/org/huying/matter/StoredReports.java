package org.huying.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Urgency;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// The desk for other doors, on the same reception, steps and pictures as our own.
@Component
class StoredReports implements Reports {

    private static final int TRIES = 5;

    private final Reception reception;
    private final MatterDesk desk;
    private final Matters matters;
    private final StoredSummaries summaries;
    private final RecentMatters recent;
    private final Attachments attachments;
    private final Decoding decoding;
    private final Wishes wishes;
    private final Replies replies;

    StoredReports(
            Reception reception,
            MatterDesk desk,
            Matters matters,
            StoredSummaries summaries,
            RecentMatters recent,
            Attachments attachments,
            Decoding decoding,
            Wishes wishes,
            Replies replies) {
        this.reception = reception;
        this.desk = desk;
        this.matters = matters;
        this.summaries = summaries;
        this.recent = recent;
        this.attachments = attachments;
        this.decoding = decoding;
        this.wishes = wishes;
        this.replies = replies;
    }

    @Override
    public Receipt take(NewMatter report, Caller by, Optional<UUID> key) {
        ReportController.allow(by, report);
        var received = reception.receive(report, by, key);
        var matter = received.matter();
        return new Receipt(matter.id().value(), matter.report().number(), received.repeated());
    }

    @Override
    public Optional<Receipt> before(String region, UUID key) {
        return matters.byRequestKey(region, key)
                .map(it -> new Receipt(it.id().value(), it.report().number(), true));
    }

    @Override
    public UUID keep(String region, Caller by, byte[] upload) {
        return decoding.keep(region, by, upload).id();
    }

    @Override
    public boolean remark(String region, UUID matter, Caller by, String words, UUID key) {
        return passed(region, matter, by, new Command.Comment(List.of(), words), key);
    }

    @Override
    public boolean urgent(String region, UUID matter, Caller by, UUID key) {
        return passed(region, matter, by, new Command.Mark(false, Urgency.URGENT), key);
    }

    /// What a door passes on is said in the name of whoever stands before it, and needs no permission of his.
    private boolean passed(String region, UUID matter, Caller by, Command command, UUID key) {
        var id = new MatterId(region, matter);
        var passed = new Caller(by.account(), Caller.Kind.SYSTEM, by.name(), List.of());
        for (int i = 0; i < TRIES; i++) {
            var current = matters.find(id);
            if (current.isEmpty()) {
                return false;
            }
            var order =
                    new MatterDesk.Order(
                            id, command, passed, current.get().version(), Optional.of(key));
            switch (desk.take(order)) {
                case Taken.Done _, Taken.Past _ -> {
                    return true;
                }
                case Taken.Stale _, Taken.Overtaken _ -> recent.forget(id);
                case Taken.Unknown _ -> {
                    return false;
                }
                case Taken.KeyReused _ -> throw Problem.KEY_REUSED.plain();
                case Taken.Refused _, Taken.Forbidden _, Taken.EvidenceUnknown _ ->
                        throw Problem.REFUSED.plain();
            }
        }
        throw Problem.OVERTAKEN.plain();
    }

    @Override
    public Wished wish(String region, UUID matter, Wish wish, Caller by, String words, UUID key) {
        return wishes.take(new MatterId(region, matter), wish, words, by, key);
    }

    @Override
    public List<Word> words(String region, Collection<UUID> ids, Collection<Act> acts) {
        return ids.isEmpty() ? List.of() : replies.words(region, ids, acts);
    }

    @Override
    public List<Said> numbered(String region, Collection<String> numbers) {
        return withPictures(region, matters.numbered(region, numbers));
    }

    @Override
    public List<Said> said(String region, Collection<UUID> ids) {
        return withPictures(region, matters.find(region, ids));
    }

    @Override
    public List<Said> since(String region, Map<UUID, Integer> versions) {
        var known = new ArrayList<Matter>(versions.size());
        var unknown = new ArrayList<UUID>();
        versions.forEach((id, version) ->
                recent.since(new MatterId(region, id), version)
                        .ifPresentOrElse(known::add, () -> unknown.add(id)));
        if (!unknown.isEmpty()) {
            known.addAll(matters.find(region, unknown));
        }
        return known.stream().map(it -> said(it, List.of())).toList();
    }

    @Override
    public Optional<byte[]> picture(String region, UUID matter, UUID picture) {
        var id = new MatterId(region, matter);
        return attachments
                .reported(region, List.of(matter))
                .getOrDefault(matter, List.of())
                .stream()
                .filter(picture::equals)
                .findFirst()
                .flatMap(it -> attachments.bytes(id, it, false));
    }

    private List<Said> withPictures(String region, List<Matter> found) {
        var ids = found.stream().map(it -> it.id().value()).toList();
        var pictures =
                ids.isEmpty() ? Map.<UUID, List<UUID>>of() : attachments.reported(region, ids);
        return found.stream()
                .map(it -> said(it, pictures.getOrDefault(it.id().value(), List.of())))
                .toList();
    }

    private Said said(Matter matter, List<UUID> pictures) {
        return new Said(
                summaries.summary(matter),
                matter.report().reporter(),
                matter.report().place(),
                matter.state().result().orElse(""),
                pictures);
    }
}
