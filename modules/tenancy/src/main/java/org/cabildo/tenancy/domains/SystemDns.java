// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/** The resolver that this machine is set up with. */
@Component
class SystemDns implements DnsTexts {

    @Override
    public List<String> at(String name) {
        try {
            InitialDirContext dns = new InitialDirContext(settings());
            try {
                return texts(dns.getAttributes("dns:/" + name, new String[] {"TXT"}));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException exception) {
            return List.of();
        } catch (NamingException exception) {
            throw new Unavailable("The DNS gave no answer for " + name, exception);
        }
    }

    private static List<String> texts(Attributes attributes) throws NamingException {
        Attribute records = attributes.get("TXT");
        List<String> texts = new ArrayList<>();
        if (records != null) {
            for (NamingEnumeration<?> all = records.getAll(); all.hasMore(); ) {
                texts.add(String.valueOf(all.next()).replace("\"", "").strip());
            }
        }
        return texts;
    }

    @SuppressWarnings("JdkObsolete") // the type that JNDI asks for
    private static Hashtable<String, String> settings() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1500");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        return settings;
    }
}
