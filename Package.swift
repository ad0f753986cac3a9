// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Pillar",
  products: [
    .executable(name: "pillar", targets: ["PillarTool"]),
    .library(name: "PillarKit", targets: ["PillarKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "GraphCore"),
    .target(name: "TabularText"),
    .target(
      name: "AssistanceModel",
      dependencies: ["GraphCore", "TabularText", .product(name: "Yams", package: "Yams")]
    ),
    .target(name: "GraphInterchange", dependencies: ["GraphCore", "TabularText"]),
    .target(name: "NetworkAlgorithms"),
    .target(name: "CoverageAnalysis", dependencies: ["AssistanceModel", "GraphCore"]),
    .target(name: "GraphProjection", dependencies: ["GraphCore", "NetworkAlgorithms"]),
    .target(
      name: "CoordinationAnalysis",
      dependencies: ["AssistanceModel", "GraphCore", "GraphProjection", "NetworkAlgorithms"]
    ),
    .target(
      name: "AssistanceReports",
      dependencies: [
        "AssistanceModel", "CoordinationAnalysis", "CoverageAnalysis", "GraphCore", "TabularText",
      ]
    ),
    .target(
      name: "PillarKit",
      dependencies: [
        "AssistanceModel", "AssistanceReports", "CoordinationAnalysis", "CoverageAnalysis",
        "GraphCore", "GraphInterchange", "GraphProjection", "NetworkAlgorithms",
      ]
    ),
    .executableTarget(
      name: "PillarTool",
      dependencies: [
        "PillarKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "GraphCoreTests", dependencies: ["GraphCore", "TestSupport"]),
    .testTarget(name: "TabularTextTests", dependencies: ["TabularText", "TestSupport"]),
    .testTarget(
      name: "AssistanceModelTests",
      dependencies: ["AssistanceModel", "GraphCore", "TestSupport"]
    ),
    .testTarget(
      name: "GraphInterchangeTests",
      dependencies: ["GraphCore", "GraphInterchange", "TabularText", "TestSupport"]
    ),
    .testTarget(
      name: "NetworkAlgorithmsTests",
      dependencies: ["NetworkAlgorithms", "TestSupport"]
    ),
    .testTarget(
      name: "AssistanceReportsTests",
      dependencies: [
        "AssistanceModel", "AssistanceReports", "CoordinationAnalysis", "CoverageAnalysis",
        "GraphCore", "TabularText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["PillarTool", "TabularText", "TestSupport"]
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
