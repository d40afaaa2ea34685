/** YAML files that people write: each mistake is told with its line, and a key that nobody asked for is one. */
package org.claimgate.yaml;
