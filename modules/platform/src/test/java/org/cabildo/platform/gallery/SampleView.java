// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.gallery;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** A view without a request: words from the bundles, formats of Bolivia, static files beside the page. */
record SampleView(
        Site site,
        Locale locale,
        String path,
        List<NavLink> navigation,
        List<NavLink> workspace,
        @Nullable Actor actor,
        @Nullable String flash)
        implements View {

    @Override
    public String msg(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale).format(arguments);
    }

    @Override
    public boolean hasMsg(String key) {
        return bundle().containsKey(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("messages/platform", Locale.of(locale.getLanguage()));
    }

    @Override
    public String localised(java.util.Map<String, String> texts) {
        return texts.getOrDefault(locale.getLanguage(), "");
    }

    @Override
    public String text(String key) {
        return site.theme()
                .texts()
                .getOrDefault(locale.toLanguageTag(), java.util.Map.of())
                .getOrDefault(key, "");
    }

    @Override
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", locale).format(date);
    }

    @Override
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone()));
    }

    @Override
    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy, HH:mm", locale)
                .withZone(zone())
                .format(instant);
    }

    private ZoneId zone() {
        return site.zone();
    }

    @Override
    public String iso(Instant instant) {
        return instant.toString();
    }

    @Override
    public String number(Number value, int decimals) {
        var format = NumberFormat.getInstance(Locale.of("es", "BO"));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    @Override
    public String bytes(long size) {
        return size < 1_000_000 ? number(size / 1000, 0) + " kB" : number(size / 1_000_000.0, 1) + " MB";
    }

    @Override
    public String asset(String path) {
        return "static/" + path;
    }

    @Override
    public String with(String parameter, @Nullable String value) {
        return value == null ? path : path + "?" + parameter + "=" + value;
    }

    @Override
    public String csrfName() {
        return "_csrf";
    }

    @Override
    public String csrfToken() {
        if (actor == null) {
            throw new IllegalStateException("A page for anonymous people asked for a token, so it can't be cached");
        }
        return "token";
    }

    @Override
    public String onceToken() {
        return "once";
    }

    @Override
    public String absolute(String path) {
        return "https://" + site.canonicalHost() + path;
    }

    @Override
    public List<Locale> languages() {
        return site.locales().size() > 1 ? site.locales() : List.of();
    }
}
