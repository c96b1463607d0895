package org.huying.playbook;

/// How many of something a place has.
///
/// @param each on each place of a level; else in all of them together
public record Amount(int number, boolean each) {}
