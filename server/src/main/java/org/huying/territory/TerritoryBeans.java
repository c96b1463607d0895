package org.huying.territory;

import org.huying.database.Snapshots;
import org.huying.territory.divisions.Divisions;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.ModeRows;
import org.huying.territory.store.Nodes;
import org.huying.territory.store.Revisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class TerritoryBeans {

    @Bean(initMethod = "start", destroyMethod = "close")
    Snapshots<CountyMap> countyMaps(Nodes nodes, Lineage lineage, Revisions revisions) {
        return new Snapshots<>("territory", MappedTerritory.source(nodes, lineage, revisions));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Snapshots<ModeMap> modeMaps(ModeRows rows, Revisions revisions) {
        return new Snapshots<>("modes", MappedModes.source(rows, revisions));
    }

    @Bean
    @Lazy
    Divisions divisions() {
        return Divisions.shipped();
    }
}
