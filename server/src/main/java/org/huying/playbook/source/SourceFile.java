package org.huying.playbook.source;

/// A file that was read: its name as authors know it, and its text.
public record SourceFile(String name, String text) {}
