// Makes src/Mekong.Advocacy.Web/Features/Alerts/Reporting/MapShapes.cs: the six countries as small SVG paths.
// Once, by hand, in an empty folder:
//   npm install --no-save world-atlas@2.0.2 d3-geo@3.1.2 topojson-client@3.1.0 && node map.mjs > MapShapes.cs
// Borders: Natural Earth 1:50m, public domain. China is cut to the part around Yunnan.
import fs from 'node:fs';
import { feature } from 'topojson-client';
import { geoMercator, geoPath } from 'd3-geo';

const countries = { CN: 'China', MM: 'Myanmar', LA: 'Laos', TH: 'Thailand', KH: 'Cambodia', VN: 'Vietnam' };
const tolerance = 0.07; // degrees, about 8 km
const smallest = 3; // square pixels: islets below are left out

const world = JSON.parse(fs.readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'));

// Arcs are shared by neighbours, so thinning the arcs keeps borders closed.
const { scale, translate } = world.transform;
delete world.transform;
world.arcs = world.arcs.map(arc => {
  let x = 0, y = 0;
  return thin(arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]));
});

/** Douglas and Peucker: keeps the ends and whatever lies farther than the tolerance from the line between them. */
function thin(points) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points[points.length - 1]];
  let farthest = 0, at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const away = distance(points[i], a, b);
    if (away > farthest) [farthest, at] = [away, i];
  }
  if (farthest <= tolerance) return [a, b];
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))];
}

function distance(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = dx || dy ? Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy);
}

const size = [340, 420];
const frame = { type: 'MultiPoint', coordinates: [[92, 5.6], [109.6, 29]] };
const whole = geoMercator().fitExtent([[4, 4], [size[0] - 4, size[1] - 4]], frame);
const all = feature(world, world.objects.countries).features;
const shapes = Object.entries(countries).map(([code, name]) => {
  const box = code === 'CN' ? [whole([97.3, 29.2]), whole([106.3, 21])] : [[0, 0], size];
  const path = geoPath(geoMercator().scale(whole.scale()).translate(whole.translate()).clipExtent(box)).digits(1);
  const rings = path(all.find(country => country.properties.name === name)).split('M').slice(1);
  const kept = rings.filter(ring => Math.abs(area(ring)) >= smallest).map(ring => 'M' + ring);
  return [code, kept.join('')];
});

function area(ring) {
  const points = ring.replace('Z', '').split('L').map(pair => pair.split(',').map(Number));
  return points.reduce((sum, [x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length];
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}

console.log(`namespace Mekong.Advocacy.Web.Features.Alerts.Reporting;

/// <summary>The six countries as SVG paths. Made by ops/map.mjs from Natural Earth's borders (1:50m, public domain).</summary>
internal static class MapShapes
{
    public const int Width = ${size[0]}, Height = ${size[1]};

    public static readonly IReadOnlyList<(string Country, string Path)> All =
    [
${shapes.map(([code, path]) => `        ("${code}", "${path}"),`).join('\n')}
    ];
}`);
