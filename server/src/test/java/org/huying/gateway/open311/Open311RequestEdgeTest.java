package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.huying.Town;
import org.junit.jupiter.api.Test;

/// What is sent comes back, once, and only to those who may see it.
class Open311RequestEdgeTest extends Vendors {

    @Test
    void whatWasMadeIsFoundAtOnceAndSaysWhatMayBeSaid() {
        var created =
                lamp(
                        "荆河路口三盏灯不亮\n晚上很黑",
                        "last_name",
                        "张",
                        "first_name",
                        "三",
                        "phone",
                        "13800007711",
                        "address_string",
                        "荆河路 1 号",
                        "account_id",
                        "u-7",
                        "email",
                        "a@b.cn");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Machine.json(created).at("/0/account_id").asString()).isEqualTo("u-7");
        assertThat(created.body()).doesNotContain("token");
        var number = Machine.number(created);
        var path = "/requests/" + number + ".json?" + HERE;
        var open = Machine.json(vendor.without().get(path)).at("/0");
        assertThat(open.at("/status").asString()).isEqualTo("open");
        assertThat(open.at("/service_code").asString()).isEqualTo("street-lamp");
        assertThat(open.at("/lat").asDouble()).isEqualTo(35.08);
        assertThat(open.at("/requested_datetime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
        assertThat(open.at("/description").isNull()).as("nobody's words in public").isTrue();
        assertThat(open.toString()).doesNotContain("13800007711", "张三", "荆河路 1 号", "a@b.cn");
        var own = Machine.json(vendor.get(path + "&api_key=" + vendor.key())).at("/0");
        assertThat(own.at("/description").asString()).isEqualTo("荆河路口三盏灯不亮\n晚上很黑");
        assertThat(own.at("/address").asString()).startsWith("荆河路 1 号");
        assertThat(own.toString()).doesNotContain("13800007711");
        var stranger = Machine.of(port, accounts, "stranger");
        assertThat(stranger.get(path + "&api_key=" + stranger.key()).body()).doesNotContain("晚上很黑");
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM gateway.request WHERE more IS NOT NULL AND position('a@b.cn' in encode(more, 'escape')) = 0")
                                .query(Long.class)
                                .single())
                .as("the rest is kept, sealed")
                .isPositive();
    }

    @Test
    void whatIsNotPublishedIsThereForItsOwnOnly() {
        var created =
                vendor.post(
                        "/requests.json",
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        "neighbour-dispute",
                        "address_string",
                        "某小区",
                        "description",
                        "楼上漏水吵起来了");
        var number = Machine.number(created);
        var path = "/requests/" + number + ".json?" + HERE;
        assertThat(vendor.without().get(path).statusCode()).isEqualTo(404);
        var own = vendor.get(path + "&api_key=" + vendor.key());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains("楼上漏水吵起来了");
        consumers.drain();
        var list = vendor.without().get("/requests.json?page_size=999&" + HERE);
        assertThat(Machine.numbers(list)).doesNotContain(number);
        assertThat(vendor.get("/requests/none.json?" + HERE).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameFormTwiceIsOneRequest() {
        var first = lamp("同一张表单发两次");
        var second = lamp("同一张表单发两次");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Machine.number(second)).isEqualTo(Machine.number(first));
        assertThat(Machine.number(lamp("同一张表单发两次", "account_id", "2")))
                .isNotEqualTo(Machine.number(first));
        var body =
                Machine.encoded(
                        vendor.withKey(
                                "jurisdiction_id",
                                Town.REGION,
                                "service_code",
                                "street-lamp",
                                "address_string",
                                "路口",
                                "description",
                                "有自己的键"));
        var form = "application/x-www-form-urlencoded";
        var one = vendor.send(form, "/requests.json", body, "Idempotency-Key", "k1");
        var other = vendor.send(form, "/requests.json", body, "Idempotency-Key", "k2");
        var again = vendor.send(form, "/requests.json", body, "Idempotency-Key", "k1");
        assertThat(Machine.number(again)).isEqualTo(Machine.number(one));
        assertThat(Machine.number(other)).isNotEqualTo(Machine.number(one));
    }

    @Test
    void picturesTravelWithTheForm() throws IOException {
        var noise = new BufferedImage(1_000, 900, BufferedImage.TYPE_INT_RGB);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 900_000; i++) {
            noise.setRGB(i % 1_000, Math.floorDiv(i, 1_000), random.nextInt());
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        assertThat(png.size()).as("as large as a phone makes them").isGreaterThan(2_000_000);
        var body = multipart(png.toByteArray());
        var created = vendor.bytes("multipart/form-data; boundary=EDGE", "/requests.json", body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var again = vendor.bytes("multipart/form-data; boundary=EDGE", "/requests.json", body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM matter.attachment WHERE kind = 'report'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM matter.attachment WHERE kind IS NULL")
                                .query(Long.class)
                                .single())
                .as("the second time leaves nothing behind")
                .isZero();
        var broken =
                vendor.bytes(
                        "multipart/form-data; boundary=EDGE",
                        "/requests.json",
                        multipart(new byte[] {1, 2, 3}));
        assertThat(broken.statusCode()).as("no picture at all").isEqualTo(400);
    }

    @Test
    void aTokenLeadsToItsNumber() {
        var number = Machine.number(lamp("凭票据查号"));
        var id =
                jdbc.sql("SELECT id::text FROM matter.matter WHERE number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single();
        var found = Machine.json(vendor.get("/tokens/" + id + ".json?" + HERE)).at("/0");
        assertThat(found.at("/service_request_id").asString()).isEqualTo(number);
        assertThat(found.at("/token").asString()).isEqualTo(id);
        assertThat(vendor.get("/tokens/123456.xml?" + HERE).statusCode()).isEqualTo(404);
    }

    @Test
    void updatesTellWhatBecameOfRequestsAndTakeWhatIsSaid() {
        var number = Machine.number(lamp("进展要告诉我"));
        consumers.drain();
        var updates =
                Machine.json(
                        vendor.get(
                                "/servicerequestupdates.json?"
                                        + HERE
                                        + "&api_key="
                                        + vendor.key()));
        var mine =
                updates.valueStream()
                        .filter(it -> it.at("/service_request_id").asString().equals(number))
                        .toList();
        assertThat(mine).isNotEmpty();
        assertThat(mine.getFirst().at("/status").asString()).isEqualTo("OPEN");
        assertThat(mine.getFirst().at("/update_id").asString("")).isNotEmpty();
        assertThat(vendor.get("/servicerequestupdates.xml?" + HERE).body())
                .contains("<service_request_updates><request_update><update_id>");
        var fields =
                new String[] {
                    "jurisdiction_id", Town.REGION,
                    "service_request_id", number,
                    "update_id", "c123",
                    "updated_datetime", "2026-11-20T04:00:00Z",
                    "status", "OPEN",
                    "description", "又坏了一盏"
                };
        var said = vendor.post("/servicerequestupdates.xml", fields);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(said.body())
                .contains("<request_update><update_id>c123</update_id></request_update>");
        assertThat(vendor.post("/servicerequestupdates.xml", fields).statusCode()).isEqualTo(200);
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM matter.step WHERE act = 'comment' AND note LIKE '%又坏了一盏'")
                                .query(Long.class)
                                .single())
                .as("said once")
                .isEqualTo(1);
        assertThat(vendor.without().post("/servicerequestupdates.xml", fields).statusCode())
                .isEqualTo(403);
        var stranger = Machine.of(port, accounts, "stranger");
        assertThat(stranger.post("/servicerequestupdates.xml", fields).statusCode()).isEqualTo(404);
        fields[5] = "";
        assertThat(vendor.post("/servicerequestupdates.xml", fields).statusCode()).isEqualTo(400);
    }

    private byte[] multipart(byte[] picture) {
        var out = new ByteArrayOutputStream();
        var fields =
                vendor.withKey(
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        "street-lamp",
                        "lat",
                        "35.08",
                        "long",
                        "117.16",
                        "description",
                        "有照片");
        for (int i = 0; i < fields.length; i += 2) {
            out.writeBytes(
                    ("--EDGE\r\nContent-Disposition: form-data; name=\""
                                    + fields[i]
                                    + "\"\r\n\r\n"
                                    + fields[i + 1]
                                    + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(
                "--EDGE\r\nContent-Disposition: form-data; name=\"media\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(picture);
        out.writeBytes("\r\n--EDGE--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
