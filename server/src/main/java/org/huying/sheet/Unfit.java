package org.huying.sheet;

/// A file that is not read at all, and why, in both languages. What is wrong with single rows is never one of these.
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Words why;

    public Unfit(String zh, String en) {
        super(en);
        this.why = new Words(zh, en);
    }

    static Unfit noWorkbook() {
        return new Unfit("不是完好的 XLSX 文件", "Not a sound XLSX file");
    }

    public Words why() {
        return why;
    }
}
