package org.huying.playbook;

/// A name in Chinese and English. English falls back to Chinese where a place gave none.
public record Text(String zh, String en) {}
