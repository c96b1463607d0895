package org.huying.suggest.text;

/// A text whose item is known.
public record Example(String item, Grams grams) {}
