package org.huying.matter;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.huying.access.Caller;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Takes pictures in: bounded, decoded, encoded anew, kept for their uploader.
@Component
class Decoding {

    static final int LARGEST = 10 * 1024 * 1024;

    /// A picture that was kept.
    record Kept(UUID id, int width, int height) {}

    /// Decoding takes tens of megabytes a picture: two at a time.
    private final Semaphore turns = new Semaphore(2);

    private final Attachments attachments;

    Decoding(Attachments attachments) {
        this.attachments = attachments;
    }

    Kept keep(String region, Caller by, byte[] upload) {
        if (upload.length > LARGEST) {
            throw Problem.TOO_LARGE.with("照片最大 10 MB", "A picture has at most 10 MB");
        }
        var picture = decode(upload);
        return attachments
                .add(region, by, picture)
                .map(id -> new Kept(id, picture.width(), picture.height()))
                .orElseThrow(
                        () -> Problem.TOO_MANY.with("还有 50 张照片没有用上", "50 pictures wait unused"));
    }

    private Picture decode(byte[] bytes) {
        turns.acquireUninterruptibly();
        try {
            return Picture.of(bytes)
                    .orElseThrow(() ->
                            Problem.UNSUPPORTED_MEDIA.with(
                                    "只收得下完好的 JPEG 或 PNG 照片，最大 5000 万像素",
                                    "Only sound JPEG or PNG pictures of up to 50 million pixels"));
        } finally {
            turns.release();
        }
    }
}
