package org.elasticsearch.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.spi.SPIClassIterator;

/**
 * Plugins taken from the class path, each described by the {@code META-INF/es-plugins} of its jar,
 * instead of a folder and a class loader each. One class path is what JDK 25's AOT cache covers.
 */
public final class ClassPathPlugins extends PluginsService {
    /** In the order in which they are made: security needs what x-pack-core makes. */
    private static final List<String> NAMES = List.of("transport-netty4", "x-pack-core", "x-pack-security", "project-api-keys");
    private static final ClassLoader CLASS_PATH = ClassPathPlugins.class.getClassLoader();

    private final List<LoadedPlugin> plugins;

    public ClassPathPlugins(Environment environment, PluginsLoader noOthers) {
        super(environment.settings(), environment.configDir(), noOthers);
        plugins = NAMES.stream().map(name -> load(descriptor(name), environment)).toList();
        loadExtensions(plugins);
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return plugins;
    }

    @Override
    public PluginsAndModules info() {
        return new PluginsAndModules(List.of(), plugins.stream().map(LoadedPlugin::descriptor).toList());
    }

    /** Each service once, with the plugin of the same jar where its constructor asks for one. */
    @Override
    public <T> List<? extends T> loadServiceProviders(Class<T> service) {
        List<T> providers = new ArrayList<>();
        for (Iterator<Class<? extends T>> found = SPIClassIterator.get(service, CLASS_PATH); found.hasNext();) {
            Class<? extends T> provider = found.next();
            providers.add(createExtension(provider, service, ownerOf(provider)));
        }
        return providers;
    }

    private Plugin ownerOf(Class<?> provider) {
        return plugins.stream()
            .<Plugin>map(LoadedPlugin::instance)
            .filter(plugin -> jarOf(plugin.getClass()).equals(jarOf(provider)))
            .findFirst()
            .orElse(plugins.getFirst().instance());
    }

    private static Object jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static PluginDescriptor descriptor(String name) {
        String path = "META-INF/es-plugins/" + name + "/" + PluginDescriptor.INTERNAL_DESCRIPTOR_FILENAME;
        try (InputStream properties = CLASS_PATH.getResourceAsStream(path)) {
            return PluginDescriptor.readInternalDescriptorFromStream(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadedPlugin load(PluginDescriptor descriptor, Environment environment) {
        try {
            Class<? extends Plugin> type = Class.forName(descriptor.getClassname()).asSubclass(Plugin.class);
            Plugin plugin = loadPlugin(type, environment.settings(), environment.configDir());
            return new LoadedPlugin(descriptor, plugin, CLASS_PATH);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class for plugin " + descriptor.getName(), e);
        }
    }
}
