package org.huying.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import org.huying.client.Sketch;
import org.huying.demo.founding.Dice;

/// Drawn pictures of a street: before, with something wrong, and after, put right.
final class Scene {

    private static final Color SKY = new Color(0xF8, 0xEA, 0xD0);
    private static final Color WALL = new Color(0xFB, 0xF6, 0xEC);
    private static final Color ROOF = new Color(0x2F, 0x6A, 0x6C);
    private static final Color LIT = new Color(0xEE, 0xB2, 0x4E);
    private static final Color ROAD = new Color(0xD5, 0xDC, 0xC3);
    private static final Color WRONG = new Color(0x57, 0x51, 0x47);
    private static final Color RIGHT = new Color(0x7F, 0xA0, 0x7C);
    private static final int GROUND = 340;

    private Scene() {}

    /// The picture for a kind of proof; the same street for the same name.
    static byte[] of(String kind, String name) {
        boolean after = !kind.equals("photo-before") && !kind.equals("report");
        return Sketch.of(pen -> draw(pen, Dice.of(name), after));
    }

    private static void draw(Graphics2D pen, Dice dice, boolean after) {
        pen.setColor(SKY);
        pen.fillRect(0, 0, Sketch.WIDTH, GROUND);
        for (int left = 20; left < Sketch.WIDTH - 80; ) {
            int wide = dice.between(90, 170);
            house(pen, dice, left, wide, dice.between(110, 230));
            left += wide + dice.between(14, 50);
        }
        pen.setColor(ROAD);
        pen.fillRect(0, GROUND, Sketch.WIDTH, Sketch.HEIGHT - GROUND);
        int x = dice.between(120, 420);
        int y = GROUND + dice.between(20, 60);
        if (after) {
            pen.setColor(RIGHT);
            pen.fillOval(x, y - 60, 46, 60);
            pen.fillRect(x + 20, y - 10, 6, 40);
        } else {
            pen.setColor(WRONG);
            for (int i = 0; i < 7; i++) {
                pen.fillRect(
                        x + dice.between(0, 90),
                        y + dice.between(-12, 26),
                        dice.between(14, 44),
                        dice.between(10, 26));
            }
        }
    }

    private static void house(Graphics2D pen, Dice dice, int left, int wide, int high) {
        pen.setColor(WALL);
        pen.fillRect(left, GROUND - high, wide, high);
        pen.setColor(ROOF);
        pen.fillRect(left - 6, GROUND - high - 12, wide + 12, 14);
        for (int x = left + 14; x < left + wide - 20; x += 28) {
            for (int y = GROUND - high + 18; y < GROUND - 24; y += 30) {
                pen.setColor(dice.chance(0.4) ? LIT : ROAD);
                pen.fillRect(x, y, 15, 16);
            }
        }
    }
}
