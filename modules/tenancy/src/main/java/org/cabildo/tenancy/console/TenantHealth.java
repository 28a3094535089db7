// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Administrators;
import org.cabildo.tenancy.Administrators.State;
import org.cabildo.tenancy.domains.Domain;
import org.cabildo.tenancy.domains.OwnDomains;
import org.cabildo.tenancy.theme.PublishedTheme;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a tenant has what a portal needs. */
@Component
public class TenantHealth {

    private final Sites sites;
    private final OwnDomains domains;
    private final ObjectProvider<Administrators> administrators;

    TenantHealth(Sites sites, OwnDomains domains, ObjectProvider<Administrators> administrators) {
        this.sites = sites;
        this.domains = domains;
        this.administrators = administrators;
    }

    /**
     * One thing that was looked at.
     *
     * @param href where it is put right; empty when nothing is to be done
     */
    public record Finding(String label, String text, Tone tone, String href) {}

    List<Finding> of(View v, Site site, Folder files) {
        String base = "/municipios/" + site.slug();
        List<Finding> findings = new ArrayList<>();
        boolean answers = sites.byHost(site.canonicalHost())
                .filter(found -> found.slug().equals(site.slug()))
                .isPresent();
        findings.add(finding(v, "host", answers && site.status() == SiteStatus.LIVE, base, site.canonicalHost()));
        findings.add(domains(v, site, base));
        int pages = files.below("content/pages/").size();
        findings.add(finding(v, "pages", pages > 0, "", pages));
        boolean themed =
                !site.theme().stylesheet().equals(PublishedTheme.NEUTRAL.theme().stylesheet());
        findings.add(finding(v, "theme", themed, ""));
        administrators.ifAvailable(people -> {
            long active = people.of(site.requireTenant()).stream()
                    .filter(person -> person.state() == State.ACTIVE)
                    .count();
            findings.add(finding(v, "people", active > 0, base + "/personas", active));
        });
        return findings;
    }

    private Finding domains(View v, Site site, String base) {
        List<Domain> own = domains.of(site.requireTenant());
        boolean fine = own.stream().allMatch(domain -> domain.state() == Domain.State.PROVED);
        return finding(v, "domains", fine, base + "/dominios", own.size());
    }

    private static Finding finding(View v, String key, boolean good, String href, Object... arguments) {
        return new Finding(
                v.msg("console.health." + key),
                v.msg("console.health." + key + (good ? ".good" : ".bad"), arguments),
                good ? Tone.GOOD : Tone.WARNING,
                good ? "" : href);
    }
}
