// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.Members.Emblem;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A network's members by region, and their emblems. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.NETWORK)
class MembersController {

    /** Up to as many members stand in one list; more are grouped by region. */
    private static final int ONE_LIST = 24;

    private final Members members;
    private final ViewFactory views;

    MembersController(Members members, ViewFactory views) {
        this.members = members;
        this.views = views;
    }

    @GetMapping("/miembros")
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        List<Member> all = members.of(view.site().requireTenant());
        long countries = all.stream().map(Member::country).distinct().count();
        Map<String, List<Member>> regions = all.stream()
                .sorted(Comparator.comparing(Member::name, java.text.Collator.getInstance(view.locale())))
                .collect(Collectors.groupingBy(
                        member -> all.size() <= ONE_LIST ? "" : region(member, view, countries > 1),
                        () -> new TreeMap<>(java.text.Collator.getInstance(view.locale())),
                        Collectors.toList()));
        String lead = all.isEmpty()
                ? ""
                : view.msg("networks.members.lead", view.site().officialName(), all.size());
        model.addAttribute("page", Page.of(view.msg("module.members.name")).describedAs(lead));
        model.addAttribute("lead", lead);
        model.addAttribute("regions", regions);
        return "networks/members";
    }

    /** Regions of several countries are told apart by the country's name. */
    private static String region(Member member, View view, boolean severalCountries) {
        String country = member.country(view.locale());
        if (member.region().isEmpty()) {
            return country;
        }
        return severalCountries ? member.region() + ", " + country : member.region();
    }

    @GetMapping("/miembros/{slug:[a-z0-9-]+}/emblema")
    ResponseEntity<byte[]> emblem(@PathVariable String slug, HttpServletRequest request) {
        Emblem emblem = members.emblem(SiteContext.of(request).requireTenant(), slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.valueOf(emblem.mediaType()))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(emblem.content());
    }
}
