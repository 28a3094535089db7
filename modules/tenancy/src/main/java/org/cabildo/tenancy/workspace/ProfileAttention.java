// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.web.Attention;
import org.cabildo.platform.web.AttentionSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** What is missing from a portal's settings. */
@Component
class ProfileAttention implements AttentionSource {

    private final Tenants tenants;
    private final Clock clock;

    ProfileAttention(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "tenancy";
    }

    @Override
    public List<Attention> attention(View view) {
        if (!view.can(Permissions.SETTINGS)) {
            return List.of();
        }
        Profile profile = tenants.profile(view.site().requireTenant()).orElseThrow();
        List<Attention> found = new ArrayList<>();
        if (profile.status() == SiteStatus.DRAFT) {
            found.add(item(view, "draft", Paths.SETTINGS, Tone.INFO));
        }
        if (profile.contact().phone().isEmpty() && profile.contact().address().isEmpty()) {
            found.add(item(view, "contact", Paths.SETTINGS + "/contacto", Tone.WARNING));
        } else if (profile.contact().hours().isEmpty()) {
            found.add(item(view, "hours", Paths.SETTINGS + "/contacto", Tone.INFO));
        }
        if (reviewIsOld(profile.legal().accessibility().reviewedOn())) {
            found.add(item(view, "accessibility", Paths.SETTINGS + "/legal", Tone.WARNING));
        }
        if (view.site().theme().asset("mark").isEmpty()
                && view.site().theme().asset("logo").isEmpty()) {
            found.add(item(view, "mark", "/gestion/tenancy/tema", Tone.INFO));
        }
        return found;
    }

    private boolean reviewIsOld(String day) {
        try {
            return LocalDate.parse(day)
                    .isBefore(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                            .minusYears(1));
        } catch (DateTimeException exception) {
            return true;
        }
    }

    private static Attention item(View view, String name, String href, Tone tone) {
        String key = "workspace.attention." + name;
        return new Attention(view.msg(key), href, view.msg(key + ".action"), tone);
    }
}
