package org.huying.matter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/// A picture made safe: decoded and encoded anew as JPEG, upright, without metadata, at most 2 048 px wide or high,
/// with a thumbnail of at most 320 px. Whatever else was hidden in the file is gone.
record Picture(int width, int height, byte[] content, byte[] thumbnail) {

    static final String MEDIA_TYPE = "image/jpeg";
    private static final int LARGEST = 2_048;
    private static final int THUMBNAIL = 320;
    private static final long MOST_PIXELS = 50_000_000;

    /// Empty when the bytes are no JPEG or PNG, are damaged, or would unfold to more than 50 million pixels.
    static Optional<Picture> of(byte[] upload) {
        if (!known(upload) || !bounded(upload)) {
            return Optional.empty();
        }
        try {
            var upright =
                    Thumbnails.of(new ByteArrayInputStream(upload))
                            .scale(1)
                            .imageType(BufferedImage.TYPE_INT_RGB)
                            .asBufferedImage();
            var image = fit(upright, LARGEST);
            return Optional.of(
                    new Picture(
                            image.getWidth(),
                            image.getHeight(),
                            jpeg(image),
                            jpeg(fit(image, THUMBNAIL))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean known(byte[] upload) {
        return starts(upload, 0xFF, 0xD8, 0xFF) || starts(upload, 0x89, 'P', 'N', 'G', 0x0D, 0x0A);
    }

    private static boolean starts(byte[] upload, int... magic) {
        if (upload.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((upload[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean bounded(byte[] upload) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static BufferedImage fit(BufferedImage image, int largest) throws IOException {
        if (image.getWidth() <= largest && image.getHeight() <= largest) {
            return image;
        }
        return Thumbnails.of(image).size(largest, largest).asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(0.85).toOutputStream(out);
        return out.toByteArray();
    }
}
