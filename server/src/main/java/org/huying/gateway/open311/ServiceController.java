package org.huying.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What is offered: where the endpoint is, its services, and what each asks for.
@RestController
class ServiceController {

    static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Jurisdictions jurisdictions;
    private final Changes changes;

    ServiceController(Jurisdictions jurisdictions, Changes changes) {
        this.jurisdictions = jurisdictions;
        this.changes = changes;
    }

    /// Needs no jurisdiction; with one it tells when that one's services changed.
    @GetMapping({
        "/open311/v2/discovery",
        "/open311/v2/discovery.xml",
        "/open311/v2/discovery.json"
    })
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        var asked = Asked.of(request);
        var changed = changes.since(asked.form());
        var formats =
                new Document.Rows(
                        "format",
                        List.of(
                                new Document.Words("text/xml"),
                                new Document.Words("application/json")));
        var endpoint =
                Document.Parts.of()
                        .with("specification", SPECIFICATION)
                        .with("url", asked.manner().base())
                        .with("changeset", changed)
                        .with("type", "production")
                        .with("formats", formats);
        return asked.answer(
                "discovery",
                Document.Parts.of()
                        .with("changeset", changed)
                        .with(
                                "contact",
                                asked.language()
                                        .pick(
                                                "请联系这个地方的网格化服务中心（管理员账号在工作台“账号”页）",
                                                "Ask the grid service centre of the place"))
                        .with(
                                "key_service",
                                asked.language()
                                        .pick(
                                                "向管理员申请系统账号和接口令牌，令牌就是 api_key",
                                                "Ask an administrator for a machine account and its API token: that is the api_key"))
                        .with("endpoints", new Document.Rows("endpoint", List.of(endpoint))));
    }

    @GetMapping({"/open311/v2/services", "/open311/v2/services.xml", "/open311/v2/services.json"})
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        var asked = Asked.of(request);
        var playbook = jurisdictions.playbook(jurisdictions.of(asked.form()));
        return asked.answer("services", Services.list(playbook, asked.language()));
    }

    @GetMapping("/open311/v2/services/{code}")
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> service(HttpServletRequest request, @PathVariable String code) {
        var asked = Asked.of(request);
        var playbook = jurisdictions.playbook(jurisdictions.of(asked.form()));
        var name = Format.Addressed.of(code).name();
        var item =
                Services.offered(playbook, name)
                        .orElseThrow(() ->
                                Problem.NOT_FOUND.with(
                                        "没有这个 service_code：" + Jurisdictions.said(name),
                                        "service_code was not found: " + Jurisdictions.said(name)));
        return asked.answer(
                "service_definition", Services.definition(playbook, item, asked.language()));
    }
}
