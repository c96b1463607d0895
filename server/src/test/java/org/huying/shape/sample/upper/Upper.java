package org.huying.shape.sample.upper;

public record Upper(int height) {}
