package org.huying.client;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// Simple drawn pictures, for programs that must send one and have no photograph. No words: a server may have no fonts.
public final class Sketch {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;

    private static final Color PAPER = new Color(0xED, 0xE7, 0xDB);
    private static final Color LINE = new Color(0x87, 0x7E, 0x6F);
    private static final byte[] BLANK = of(Sketch::crossedOut);

    private Sketch() {}

    /// A crossed-out frame: there was no photograph.
    public static byte[] blank() {
        return BLANK.clone();
    }

    /// A JPEG of what `artist` draws on sand-coloured paper.
    public static byte[] of(Consumer<Graphics2D> artist) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        artist.accept(pen);
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void crossedOut(Graphics2D pen) {
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(6));
        pen.drawRect(40, 40, WIDTH - 80, HEIGHT - 80);
        pen.drawLine(40, 40, WIDTH - 40, HEIGHT - 40);
        pen.drawLine(WIDTH - 40, 40, 40, HEIGHT - 40);
    }
}
