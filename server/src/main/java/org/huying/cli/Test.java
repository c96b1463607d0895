package org.huying.cli;

import java.util.List;

/// Documents the one verb that the launcher runs without us.
public final class Test implements Verb {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public String help() {
        return """
        test
            运行全部检查：格式、编译、结构、服务器测试；数据库测试在自带的 PostgreSQL 18 上运行，
            装有 postgresql-15 时再在其上运行一遍。最后一行：N passed, N failed。
            Runs everything that is checked: format, compiler, shape, server; the database tests on our own
            PostgreSQL 18, and once more on postgresql-15 where installed. Last line: N passed, N failed.
        """;
    }

    @Override
    public int run(List<String> args) {
        throw Refusal.because("请使用启动脚本 use the launcher: ./huying test");
    }
}
