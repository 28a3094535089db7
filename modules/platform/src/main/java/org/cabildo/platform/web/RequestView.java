// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The view of one request. */
class RequestView implements View {

    private static final String WORKSPACE = "/gestion"; // its own page, and the parent of all others
    private static final String MISSING = "\u0000";

    private final ViewFactory parts;
    private final Site site;
    private final Locale locale;
    private final Locale formats;
    private final HttpServletRequest request;
    private final String path;

    RequestView(ViewFactory parts, Site site, Locale locale, HttpServletRequest request) {
        this.parts = parts;
        this.site = site;
        this.locale = locale;
        this.formats = site.country().isEmpty() ? locale : Locale.of(locale.getLanguage(), site.country());
        this.request = request;
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        this.path = failed != null ? failed.toString() : request.getRequestURI();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public String msg(String key, Object... arguments) {
        try {
            return parts.messages.getMessage(key, arguments, formats);
        } catch (NoSuchMessageException exception) {
            return key;
        }
    }

    @Override
    public boolean hasMsg(String key) {
        return !MISSING.equals(parts.messages.getMessage(key, null, MISSING, locale));
    }

    @Override
    public String text(String key) {
        Map<String, Map<String, String>> texts = site.theme().texts();
        return texts.getOrDefault(locale.getLanguage(), Map.of())
                .getOrDefault(
                        key,
                        texts.getOrDefault(site.defaultLocale().getLanguage(), Map.of())
                                .getOrDefault(key, ""));
    }

    @Override
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(formats)
                .format(date);
    }

    @Override
    public String date(Instant instant) {
        return date(instant.atZone(site.zone()).toLocalDate());
    }

    @Override
    public String dateTime(Instant instant) {
        return date(instant) + ", " + DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(site.zone()));
    }

    @Override
    public String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString(); // HTML knows no microseconds
    }

    @Override
    public String number(Number value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(formats);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    @Override
    public String bytes(long size) {
        return size < 1024
                ? size + " B"
                : size < 1024 * 1024 ? number(size / 1024.0, 0) + " kB" : number(size / 1048576.0, 1) + " MB";
    }

    @Override
    public String asset(String file) {
        return parts.assets.url(file);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String with(String parameter, @Nullable String value) {
        Map<String, String[]> parameters = new TreeMap<>(request.getParameterMap());
        if (value == null) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, new String[] {value});
        }
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, values) -> {
            for (String one : values) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encode(name))
                        .append('=')
                        .append(encode(one));
            }
        });
        return path + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean leads(String href) {
        return parts.modules
                .owning(href.replaceAll("[?#].*", ""))
                .map(module -> site.has(module.key()))
                .orElse(true);
    }

    @Override
    public List<NavLink> navigation() {
        if (!site.menu().isEmpty()) {
            return site.menu().stream()
                    .map(entry -> link(localised(entry.label()), entry.href(), ""))
                    .filter(link -> leads(link.href()))
                    .toList();
        }
        return entries(module -> module.navigation(), entry -> true);
    }

    @Override
    public String localised(Map<String, String> texts) {
        return texts.getOrDefault(
                locale.getLanguage(), texts.getOrDefault(site.defaultLocale().getLanguage(), ""));
    }

    @Override
    public List<NavLink> workspace() {
        return entries(
                module -> module.staffNavigation(),
                entry -> entry.permission().isEmpty() || can(entry.permission()) || site.kind() == SiteKind.CONSOLE);
    }

    private List<NavLink> entries(
            java.util.function.Function<ModuleDescriptor, List<ModuleDescriptor.Entry>> menu,
            java.util.function.Predicate<ModuleDescriptor.Entry> shown) {
        List<ModuleDescriptor.Entry> entries = new ArrayList<>();
        parts.modules.all().stream()
                .filter(module -> site.has(module.key()))
                .forEach(module -> entries.addAll(menu.apply(module)));
        return nearest(entries.stream()
                .filter(shown)
                .sorted(Comparator.comparingInt(ModuleDescriptor.Entry::order))
                .map(entry -> link(msg(entry.label()), entry.path(), entry.icon()))
                .toList());
    }

    /** Of entries one below the other, only the deepest is where the reader is. */
    private static List<NavLink> nearest(List<NavLink> links) {
        int deepest = links.stream()
                .filter(NavLink::current)
                .mapToInt(link -> link.href().length())
                .max()
                .orElse(0);
        return links.stream()
                .map(link -> new NavLink(
                        link.label(),
                        link.href(),
                        link.icon(),
                        link.current() && link.href().length() == deepest))
                .toList();
    }

    private NavLink link(String label, String href, String icon) {
        boolean below = path.startsWith(href + "/") && !href.equals(WORKSPACE);
        return new NavLink(label, href, icon, path.equals(href) || below);
    }

    @Override
    public @Nullable Actor actor() {
        return parts.actor(request).orElse(null);
    }

    @Override
    public String csrfName() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "_csrf" : token.getParameterName();
    }

    @Override
    public String csrfToken() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    @Override
    public String onceToken() {
        return UUID.randomUUID().toString();
    }

    @Override
    public String absolute(String relative) {
        return parts.sites.url(site, relative);
    }

    @Override
    public List<Locale> languages() {
        return site.locales().size() > 1 ? site.locales() : List.of();
    }

    @Override
    public @Nullable String flash() {
        Map<String, ?> carried = RequestContextUtils.getInputFlashMap(request);
        return carried == null ? null : (String) carried.get("flash");
    }
}
