// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.complaints.open311.Part.Leaf;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.Access;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** GeoReport v2, "Service Discovery": where the protocol is spoken, and whom to ask for a key. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class DiscoveryController {

    /** When the endpoints last changed. */
    private static final String CHANGESET = "2026-11-01T12:00:00Z";

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Sites sites;
    private final Words words;

    DiscoveryController(Sites sites, Words words) {
        this.sites = sites;
        this.words = words;
    }

    @GetMapping({
        Open311.ROOT + "/discovery" + Open311.FORM,
        Open311.V2 + "/discovery" + Open311.FORM,
        Open311.TRIAL + "/discovery" + Open311.FORM
    })
    ResponseEntity<byte[]> discover(@PathVariable String format, HttpServletRequest request) {
        return answer(Format.of(format), request);
    }

    /** The addresses that clients are configured with, with and without a slash at the end. */
    @GetMapping({Open311.ROOT + "/", Open311.V2, Open311.V2 + "/", Open311.TRIAL, Open311.TRIAL + "/"})
    ResponseEntity<byte[]> base(HttpServletRequest request) {
        return answer(Format.XML, request);
    }

    private ResponseEntity<byte[]> answer(Format format, HttpServletRequest request) {
        Words.Spoken spoken = words.of(request);
        Site site = Open311.site(request, new Parameters(request));
        String contact = String.join(
                ", ",
                Stream.of("email", "phone", "address", "website")
                        .map(kind -> site.contact().getOrDefault(kind, ""))
                        .filter(text -> !text.isEmpty())
                        .toList());
        return format.answer(
                200,
                Part.whole("discovery")
                        .with("changeset", CHANGESET)
                        .with("contact", contact.isEmpty() ? site.officialName() : contact)
                        .with("key_service", spoken.of("complaints.open311.keyService", site.officialName(), contact))
                        .with(new Many(
                                "endpoints",
                                List.of(
                                        endpoint(site, Open311.V2, "production"),
                                        endpoint(site, Open311.TRIAL, "test")))));
    }

    private Part endpoint(Site site, String path, String type) {
        return Part.whole("endpoint")
                .with("specification", SPECIFICATION)
                .with("url", sites.url(site, path))
                .with("changeset", CHANGESET)
                .with("type", type)
                .with(new Many(
                        "formats", List.of(new Leaf("format", "text/xml"), new Leaf("format", "application/json"))));
    }
}
