package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void isDecodedAndEncodedAnewWithinBounds() throws IOException {
        var picture = Picture.of(image("png", 3000, 1500)).orElseThrow();
        assertThat(picture.width()).isEqualTo(2048);
        assertThat(picture.height()).isEqualTo(1024);
        var thumbnail = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(320);
    }

    @Test
    void losesEverythingThatWasHiddenInTheFile() throws IOException {
        var jpeg = image("jpg", 40, 30);
        var secret = "GPS 35.08N 117.16E".getBytes(StandardCharsets.US_ASCII);
        var withComment = new ByteArrayOutputStream();
        withComment.write(jpeg, 0, 2);
        withComment.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (secret.length + 2)});
        withComment.write(secret);
        withComment.write(jpeg, 2, jpeg.length - 2);
        withComment.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        var picture = Picture.of(withComment.toByteArray()).orElseThrow();
        var text = new String(picture.content(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("GPS").doesNotContain("script");
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThat(Picture.of("<svg/>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(Picture.of(new byte[0])).isEmpty();
        var cut = Arrays.copyOf(image("png", 200, 200), 60);
        assertThat(Picture.of(cut)).isEmpty();
    }

    @Test
    void refusesAPictureThatWouldUnfoldWithoutBound() {
        var png = image("png", 1, 1);
        var bomb = png.clone();
        Arrays.fill(bomb, 16, 24, (byte) 0x7F); // width and height in the header
        assertThat(Picture.of(bomb)).isEmpty();
    }

    static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
