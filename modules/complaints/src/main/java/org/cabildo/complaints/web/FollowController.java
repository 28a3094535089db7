// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Requests for programs that follow them: Atom (RFC 4287) and iCalendar (RFC 5545). */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class FollowController {

    private static final int SIZE = 30;
    private static final DateTimeFormatter ICAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PublicRequests requests;
    private final RequestPages pages;

    FollowController(PublicRequests requests, RequestPages pages) {
        this.requests = requests;
        this.pages = pages;
    }

    @GetMapping("/reportes.atom")
    ResponseEntity<byte[]> newest(HttpServletRequest request) {
        RequestWords words = pages.words(request);
        View view = words.view();
        Freshness.until(request, words.now());
        ListFilter filter = ListFilter.of(request);
        List<PublicRequest> items = requests.search(
                        view.site().requireTenant(), filter.query(view, words.catalogue(), words.territories(), SIZE))
                .items();
        StringBuilder entries = new StringBuilder();
        Instant updated = Instant.EPOCH;
        for (PublicRequest item : items) {
            updated = item.updatedAt().isAfter(updated) ? item.updatedAt() : updated;
            String address = view.absolute("/reportes/" + item.id());
            entries.append(entry(
                    address,
                    address,
                    RequestController.title(words, item) + " · " + words.status(item.status()),
                    item.requestedAt(),
                    item.updatedAt(),
                    item.description()));
        }
        String title = view.msg("complaints.feed.title", view.site().officialName());
        return atom(view, view.with("lang", request.getParameter("lang")), title, "/reportes", updated, entries);
    }

    @GetMapping("/reportes/" + RequestController.ID + ".atom")
    ResponseEntity<byte[]> one(@PathVariable long id, HttpServletRequest request) {
        RequestWords words = pages.words(request);
        View view = words.view();
        Freshness.until(request, words.now());
        PublicRequest shown = find(view, id);
        String address = view.absolute("/reportes/" + id);
        StringBuilder entries = new StringBuilder();
        words.timeline(id, shown.reporter(), requests.timeline(view.site().requireTenant(), id), other -> false)
                .forEach(happening -> entries.append(entry(
                        address + "#" + happening.at().toEpochMilli(),
                        address,
                        happening.title(),
                        happening.at(),
                        happening.at(),
                        happening.text().isEmpty() ? words.meaning(shown.status()) : happening.text())));
        String title = RequestController.title(words, shown);
        return atom(view, "/reportes/" + id + ".atom", title, "/reportes/" + id, shown.updatedAt(), entries);
    }

    private PublicRequest find(View view, long id) {
        TenantId tenant = view.site().requireTenant();
        return requests.find(tenant, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> atom(
            View view, String self, String title, String page, Instant updated, CharSequence entries) {
        String feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
                + view.locale().toLanguageTag() + "\">\n<id>" + Xml.text(view.absolute(self)) + "</id>\n<title>"
                + Xml.text(title) + "</title>\n<updated>" + updated + "</updated>\n"
                + link("self", "application/atom+xml", view.absolute(self))
                + link("alternate", "text/html", view.absolute(page))
                + "<author><name>" + Xml.text(view.site().officialName()) + "</name></author>\n" + entries
                + "</feed>\n";
        return document(feed, "application/atom+xml;charset=UTF-8");
    }

    private static String link(String rel, String type, String href) {
        return "<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"" + Xml.text(href) + "\"/>\n";
    }

    private static String entry(
            String id, String address, String title, Instant published, Instant updated, String text) {
        return "<entry>\n<id>" + Xml.text(id) + "</id>\n<title>" + Xml.text(title) + "</title>\n<published>"
                + published + "</published>\n<updated>" + updated + "</updated>\n"
                + link("alternate", "text/html", address)
                + "<content type=\"text\">" + Xml.text(text) + "</content>\n</entry>\n";
    }

    static ResponseEntity<byte[]> document(String text, String type) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Cache-Control", "public, max-age=0, must-revalidate")
                .varyBy("Cookie")
                .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .body(bytes);
    }

    /** The promised date for somebody's calendar. */
    @GetMapping("/reportes/" + RequestController.ID + ".ics")
    ResponseEntity<byte[]> promise(@PathVariable long id, HttpServletRequest request) {
        RequestWords words = pages.words(request);
        View view = words.view();
        PublicRequest shown = find(view, id);
        Instant due = shown.clocks().solution();
        if (due == null || !shown.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Cabildo//Reportes//ES",
                "BEGIN:VEVENT",
                "UID:reporte-" + id + "@" + view.site().canonicalHost(),
                "DTSTAMP:" + ICAL.format(shown.updatedAt()),
                "DTSTART:" + ICAL.format(due),
                folded("SUMMARY:"
                        + ical(view.msg("complaints.calendar.summary", RequestController.title(words, shown)))),
                folded("URL:" + view.absolute("/reportes/" + id)),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        return document(calendar, "text/calendar;charset=UTF-8");
    }

    private static String ical(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\s+", " ");
    }

    /** Lines of at most 75 octets (RFC 5545, 3.1). */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String letter = Character.toString(point);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > 74) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets += size;
            i += Character.charCount(point);
        }
        return folded.toString();
    }
}
