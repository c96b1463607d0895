package org.huying.matter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pictures of matters. They are uploaded first and belong to nobody but their uploader until a step uses them.
@Repository
class Attachments implements Pictures {

    private static final int MOST_LOOSE = 50;

    /// What the views show; the bytes are fetched apart.
    record Attachment(UUID id, UUID matter, String kind, int step, int width, int height) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Stores a picture; empty when the uploader already has 50 that no step has used.
    Optional<UUID> add(String region, Caller uploader, Picture picture) {
        var id = Ids.next();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO matter.attachment (region, id, uploader, media_type, width, height, sha256, content,
                                                               thumbnail, added_at)
                                SELECT :region, :id, :uploader, :type, :width, :height, :sha256, :content, :thumbnail, :at
                                 WHERE :bound = 0 OR
                                       (SELECT count(*) FROM (SELECT 1 FROM matter.attachment
                                         WHERE region = :region AND matter IS NULL AND kind IS NULL AND uploader = :uploader
                                         LIMIT :bound) loose) < :bound
                                """)
                        .param("region", region)
                        .param("id", id)
                        .param("uploader", uploader.account())
                        .param("type", Picture.MEDIA_TYPE)
                        .param("width", picture.width())
                        .param("height", picture.height())
                        .param("sha256", sha256(picture.content()))
                        .param("content", picture.content())
                        .param("thumbnail", picture.thumbnail())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("bound", uploader.kind() == Caller.Kind.ANONYMOUS ? 0 : MOST_LOOSE)
                        .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /// Ties loose pictures of the uploader to the matter's latest step; false when any of them is not there.
    boolean link(Matter matter, Caller by, List<Command.Evidence> proof) {
        if (new HashSet<>(proof.stream().map(Command.Evidence::attachment).toList()).size()
                != proof.size()) {
            return false;
        }
        int linked =
                jdbc.sql(
                                """
                                UPDATE matter.attachment AS a SET matter = :matter, step = :step, kind = p.kind
                                  FROM unnest(:ids::uuid[], :kinds::text[]) AS p (id, kind)
                                 WHERE a.region = :region AND a.id = p.id AND a.matter IS NULL AND a.kind IS NULL
                                   AND a.uploader = :by
                                """)
                        .param("matter", matter.id().value())
                        .param("step", matter.steps())
                        .param(
                                "ids",
                                proof.stream()
                                        .map(Command.Evidence::attachment)
                                        .toArray(UUID[]::new))
                        .param(
                                "kinds",
                                proof.stream().map(Command.Evidence::kind).toArray(String[]::new))
                        .param("region", matter.id().region())
                        .param("by", by.account())
                        .update();
        return linked == proof.size();
    }

    @Override
    public boolean take(String region, UUID uploader, Collection<UUID> ids, String what) {
        int taken =
                jdbc.sql(
                                """
                                UPDATE matter.attachment SET kind = :what
                                 WHERE region = :region AND id = ANY (:ids::uuid[]) AND uploader = :by
                                   AND matter IS NULL AND kind IS NULL
                                """)
                        .param("what", what)
                        .param("region", region)
                        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                        .param("by", uploader)
                        .update();
        return taken == ids.size();
    }

    @Override
    public Optional<byte[]> taken(String region, UUID id, String what, boolean thumbnail) {
        return jdbc.sql(
                        """
                        SELECT %s FROM matter.attachment
                         WHERE region = :region AND id = :id AND matter IS NULL AND kind = :what
                        """
                                .formatted(thumbnail ? "thumbnail" : "content"))
                .param("region", region)
                .param("id", id)
                .param("what", what)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    List<Attachment> of(MatterId id) {
        return jdbc.sql(
                        """
                        SELECT id, matter, kind, step, width, height FROM matter.attachment
                         WHERE region = :region AND matter = :id ORDER BY step, id LIMIT 200
                        """)
                .param("region", id.region())
                .param("id", id.value())
                .query((row, _) ->
                        new Attachment(
                                row.getObject("id", UUID.class),
                                row.getObject("matter", UUID.class),
                                row.getString("kind"),
                                row.getInt("step"),
                                row.getInt("width"),
                                row.getInt("height")))
                .list();
    }

    /// The pictures that came with the reports of these matters, in order.
    Map<UUID, List<UUID>> reported(String region, Collection<UUID> matters) {
        var pictures = new HashMap<UUID, List<UUID>>();
        jdbc.sql(
                        """
                        SELECT matter, id FROM matter.attachment
                         WHERE region = :region AND matter = ANY (:matters::uuid[]) AND kind = :kind ORDER BY id
                        """)
                .param("region", region)
                .param("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .param("kind", ToldPictures.REPORT)
                .query(row -> {
                    pictures.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return pictures;
    }

    /// The picture's bytes, if it belongs to this matter.
    Optional<byte[]> bytes(MatterId matter, UUID id, boolean thumbnail) {
        var column = thumbnail ? "thumbnail" : "content";
        return jdbc.sql(
                        """
                        SELECT %s FROM matter.attachment WHERE region = :region AND id = :id AND matter = :matter
                        """
                                .formatted(column))
                .param("region", matter.region())
                .param("id", id)
                .param("matter", matter.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
