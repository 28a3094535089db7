// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** GeoReport v2, "GET Service Requests", "GET Service Request" and "GET Service Request Id from a token". */
@Controller
@RequestMapping({Open311.V2, Open311.TRIAL})
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class RequestsController {

    private final OpenRequests requests;
    private final Words words;
    private final Clock clock;

    RequestsController(OpenRequests requests, Words words, Clock clock) {
        this.requests = requests;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/requests" + Open311.FORM)
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        TenantId tenant = Open311.site(request, parameters).requireTenant();
        Catalogue catalogue = requests.catalogue(tenant);
        OpenFilter filter = new RequestQuery(parameters, catalogue, clock.instant()).filter();
        List<OpenRequest> found = requests.find(tenant, filter);
        if (found.isEmpty() && !filter.ids().isEmpty()) {
            throw Refusal.absent("complaints.open311.request", parameters.text("service_request_id"));
        }
        return answer(format, request, catalogue, found, filter.detailed());
    }

    @GetMapping("/requests/{id}" + Open311.FORM)
    ResponseEntity<byte[]> one(@PathVariable String id, @PathVariable String format, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        TenantId tenant = Open311.site(request, parameters).requireTenant();
        boolean detailed = parameters.yes("extensions");
        List<OpenRequest> found = RequestQuery.number(id)
                ? requests.find(tenant, OpenFilter.of(List.of(Long.valueOf(id)), detailed))
                : List.of();
        if (found.isEmpty()) {
            throw Refusal.absent("complaints.open311.request", id);
        }
        return answer(format, request, requests.catalogue(tenant), found, detailed);
    }

    private ResponseEntity<byte[]> answer(
            String format, HttpServletRequest request, Catalogue catalogue, List<OpenRequest> found, boolean detailed) {
        return Format.of(format).answer(200, new RequestParts(catalogue, words.of(request), detailed).list(found));
    }

    @GetMapping("/tokens/{token}" + Open311.FORM)
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format, HttpServletRequest request) {
        TenantId tenant = Open311.site(request, new Parameters(request)).requireTenant();
        long id = requests.byToken(tenant, token).orElseThrow(() -> Refusal.absent("complaints.open311.token", token));
        return Format.of(format)
                .answer(
                        200,
                        new Many(
                                "service_requests",
                                List.of(Part.whole("request")
                                        .with("service_request_id", Long.toString(id))
                                        .with("token", token))));
    }
}
