// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "PillarBenchmarks",
  products: [
    .executable(name: "pillar-benchmarks", targets: ["PillarBenchmarks"]),
    .executable(name: "pillar-cover-benchmarks", targets: ["CoverBenchmarks"]),
    .executable(name: "pillar-network-benchmarks", targets: ["NetworkBenchmarks"]),
    .executable(name: "pillar-steiner-benchmarks", targets: ["SteinerBenchmarks"]),
  ],
  dependencies: [
    .package(name: "Pillar", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "BenchmarkSupport"),
    .executableTarget(
      name: "PillarBenchmarks",
      dependencies: [
        "BenchmarkSupport",
        .product(name: "PillarKit", package: "Pillar"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "CoverBenchmarks",
      dependencies: [
        .product(name: "PillarKit", package: "Pillar"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "NetworkBenchmarks",
      dependencies: [
        "BenchmarkSupport",
        .product(name: "PillarKit", package: "Pillar"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "SteinerBenchmarks",
      dependencies: [
        "BenchmarkSupport",
        .product(name: "PillarKit", package: "Pillar"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

/// What every target is built with, as in the main package.
let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .treatWarning("DeprecatedDeclaration", as: .warning),
]

for target in package.targets {
  target.swiftSettings = (target.swiftSettings ?? []) + houseSettings
}
