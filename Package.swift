// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Pillar",
  products: [
    .library(name: "NetworkAlgorithms", targets: ["NetworkAlgorithms"])
  ],
  targets: [
    .target(name: "GraphCore"),
    .target(name: "TabularText"),
    .target(name: "NetworkAlgorithms"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "NetworkAlgorithmsTests",
      dependencies: ["NetworkAlgorithms", "TestSupport"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

/// What every target is built with; a warning other than a deprecation fails the build.
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
