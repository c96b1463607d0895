package org.huying.file;

import org.huying.sheet.Words;

/// What is wrong with a row. Says nothing of what stands in it: that is shown beside.
///
/// @param column its key; empty where the row as a whole is wrong
/// @param code stable
public record Fault(long line, String column, String code, Words why) {}
