# Everything that is checked; sourced by ./huying test with $root and $JAVA_HOME set.
# The server's tests run on our own PostgreSQL 18; those that use a database once more on Debian's 15.

cd "$root"
mkdir -p target
rm -rf server/target/surefire-reports bench/target/surefire-reports server/target/surefire-15 target/walks.log
failed_steps=0

# Shows what matters of a long log while it runs, keeps all of it, and counts a failure.
step() {
    name=$1
    shift
    say "== $name"
    {
        if "$@"; then echo 0 >"target/$name.rc"; else echo 1 >"target/$name.rc"; fi
    } 2>&1 | tee "target/$name.log" |
        grep --line-buffered -E '^\[INFO\] (---|Tests run)|^\[ERROR\]|^\[WARNING\].*\.java|BUILD|FAIL|^(✖|not ok)|^[#ℹ] (pass|fail) ' >&2 || true
    [ "$(cat "target/$name.rc")" = 0 ] || failed_steps=$((failed_steps + 1))
}

as_nobody() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups env -u LANG -u LC_ALL HOME="$cluster" "$@"
    else
        env -u LANG -u LC_ALL "$@"
    fi
}

start_15() {
    pg=/usr/lib/postgresql/15/bin
    [ -x "$pg/initdb" ] || return 1
    cluster=$(mktemp -d "${TMPDIR:-/tmp}/huying-pg15.XXXXXX")
    [ "$(id -u)" != 0 ] || chown 65534:65534 "$cluster"
    (cd "$cluster" && as_nobody "$pg/initdb" -D "$cluster/db" -U postgres -A trust -E UTF8 --lc-collate=C \
        --lc-ctype=C.UTF-8 >"$cluster.log" 2>&1) || { cat "$cluster.log" >&2; return 1; }
    port=54315
    while [ "$port" -lt 54345 ]; do
        if (cd "$cluster" && as_nobody "$pg/pg_ctl" -D "$cluster/db" -l "$cluster/postgres.log" -w -t 60 \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100" start \
            >"$cluster.log" 2>&1); then
            HUYING_TEST_DB_URL=jdbc:postgresql://127.0.0.1:$port/postgres
            HUYING_TEST_DB_USER=postgres
            export HUYING_TEST_DB_URL HUYING_TEST_DB_USER
            trap stop_15 EXIT INT TERM
            return 0
        fi
        port=$((port + 1))
    done
    cat "$cluster.log" >&2
    return 1
}

stop_15() {
    (cd "$cluster" && as_nobody "$pg/pg_ctl" -D "$cluster/db" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$cluster" "$cluster.log"
}

# The demo on a port and in a folder of its own, for as long as "$@" runs; both are gone afterwards, whatever happened.
with_demo() {
    demo_data=$(mktemp -d "${TMPDIR:-/tmp}/huying-walks.XXXXXX")
    demo_port=$(node -e 'const s = require("node:net").createServer().listen(0, () => { console.log(s.address().port); s.close() })')
    # shellcheck disable=SC2086
    env -u HUYING_DB_URL "$JAVA_HOME/bin/java" $options -jar server/target/huying-app.jar demo \
        --port "$demo_port" --data "$demo_data" >target/walks-demo.log 2>&1 &
    demo=$!
    trap stop_demo EXIT INT TERM
    HUYING_URL=http://localhost:$demo_port
    export HUYING_URL
    node -e '
        const end = Date.now() + 300_000
        const ask = async () => {
            const told = await fetch(`${process.env.HUYING_URL}/api/v1/welcome`).then((it) => it.json()).catch(() => null)
            if (told?.guide) return
            if (Date.now() > end) process.exit(1)
            process.kill(process.argv[1], 0) // throws when the server has ended
            setTimeout(ask, 250)
        }
        ask()' "$demo" || { cat target/walks-demo.log; stop_demo; return 1; }
    walked=0
    "$@" || walked=1
    stop_demo
    trap - EXIT INT TERM
    return "$walked"
}

stop_demo() {
    kill "$demo" 2>/dev/null || true
    wait "$demo" 2>/dev/null || true
    rm -rf "$demo_data"
}

# The walk across all doors and those of the phones; with HUYING_WALKS=1 every walk. One that stumbles is walked once more.
walk_through() {
    stumbled=0
    for walk in web/walks/*.walk.mjs; do
        case ${HUYING_WALKS:-}$walk in
            1* | *across* | *resident* | *field*) ;;
            *) continue ;;
        esac
        say "$walk"
        if ! walk_once; then
            cat target/walk.log
            say "$walk: 再走一遍 once more"
            walk_once || stumbled=1
        fi
        cat target/walk.log
    done
    return "$stumbled"
}

walk_once() { (cd web && node --test --test-concurrency=1 "../$walk") >target/walk.log 2>&1; }

# Sums one attribute over all reports.
total() {
    cat server/target/surefire-reports/TEST-*.xml bench/target/surefire-reports/TEST-*.xml \
        server/target/surefire-15/TEST-*.xml 2>/dev/null |
        sed -n "s/.*<testsuite .*[ ]$1=\"\([0-9]*\)\".*/\1/p" | { n=0; while read -r i; do n=$((n + i)); done; echo "$n"; }
}

step web-build build_web
step web-types npm --prefix web run -s check
step web-test env NO_COLOR=1 npm --prefix web run -s test
step web-budget npm --prefix web run -s budget
step verify mvn -B --no-transfer-progress verify
if command -v "${CHROMIUM:-/usr/bin/chromium}" >/dev/null 2>&1; then
    step walks with_demo walk_through
else
    say "== 没有 Chromium，前台没有走查 no Chromium here; the doors were not walked through"
fi

if start_15; then
    # a year replayed, servers killed or started anew, and hostile or foreign requests take minutes and ask the database
    # nothing that no other test asks
    tests=$(grep -rlE '\bPostgres\b' server/src/test/java --include='*Test.java' |
        grep -vE '/(trust|fuzz|signin|openapi|demo|front|replay)/|/RecountRestartTest.java' |
        sed 's#.*/\([A-Za-z0-9]*\)\.java#\1#' | sort | paste -sd, -)
    step postgresql-15 mvn -B --no-transfer-progress -pl server surefire:test -Dtest="$tests" \
        -Dsurefire.failIfNoSpecifiedTests=false -Dhuying.reports=surefire-15
    stop_15
    trap - EXIT INT TERM
else
    say "== 没有 postgresql-15，只在自带的数据库上测试 no postgresql-15 here; tested on our own database only"
fi

failures=$(($(total failures) + $(total errors)))
skipped=$(total skipped)
passed=$(($(total tests) - failures - skipped))
in_web=$(sed -n 's/^ *Tests .*\b\([0-9][0-9]*\) passed.*/\1/p' target/web-test.log | tail -n 1)
in_walks=$(sed -n 's/^[#ℹ] pass \([0-9][0-9]*\)$/\1/p' target/walks.log 2>/dev/null | awk '{ n += $1 } END { print n + 0 }')
passed=$((passed + ${in_web:-0} + ${in_walks:-0}))
[ "$failures" -gt 0 ] || failures=$failed_steps
[ "$skipped" -eq 0 ] || say "$skipped 项跳过 skipped"
printf '%s passed, %s failed\n' "$passed" "$failures"
[ "$failures" -eq 0 ] && [ "$failed_steps" -eq 0 ]
exit $?
