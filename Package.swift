// swift-tools-version: 6.2
import PackageDescription

/// Every library, which whatever imports PillarKit names.
///
/// A change in a module that PillarKit only exports again would not make SwiftPM build the importer
/// anew.
let toolkit: [Target.Dependency] = [
  "AssistanceDiagrams", "AssistanceImport", "AssistanceModel", "AssistancePlanning",
  "AssistanceReports", "ChangeAnalysis", "CoordinationAnalysis", "CoverOptimization",
  "CoverageAnalysis", "DOTFormat", "GraphCore", "GraphInterchange", "GraphProjection",
  "GraphvizRendering", "NetworkAlgorithms", "TabularText",
]

let package = Package(
  name: "Pillar",
  products: [
    .executable(name: "pillar", targets: ["PillarTool"]),
    .executable(name: "pillar-graphviz", targets: ["GraphvizWorker"]),
    .library(
      name: "PillarKit",
      targets: [
        "AssistanceDiagrams", "AssistanceImport", "AssistanceModel", "AssistancePlanning",
        "AssistanceReports", "ChangeAnalysis", "CoordinationAnalysis", "CoverOptimization",
        "CoverageAnalysis", "DOTFormat", "GraphCore", "GraphInterchange", "GraphProjection",
        "GraphvizRendering", "NetworkAlgorithms", "PillarKit", "TabularText",
      ]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .target(name: "GraphCore"),
    .target(name: "TabularText"),
    .target(name: "DOTFormat"),
    .systemLibrary(
      name: "CGraphviz",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .executableTarget(name: "GraphvizWorker", dependencies: ["CGraphviz"]),
    .target(
      name: "GraphvizRendering",
      dependencies: [
        "DOTFormat", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "AssistanceModel",
      dependencies: ["GraphCore", "TabularText", .product(name: "Yams", package: "Yams")]
    ),
    .target(
      name: "AssistanceImport",
      dependencies: [
        "AssistanceModel", "GraphCore", "GraphInterchange", "TabularText",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Resources")]
    ),
    .target(name: "GraphInterchange", dependencies: ["DOTFormat", "GraphCore", "TabularText"]),
    .target(name: "NetworkAlgorithms"),
    .target(name: "CoverOptimization"),
    .target(
      name: "CoverageAnalysis",
      dependencies: ["AssistanceModel", "GraphCore", "NetworkAlgorithms"]
    ),
    .target(name: "GraphProjection", dependencies: ["GraphCore", "NetworkAlgorithms"]),
    .target(
      name: "CoordinationAnalysis",
      dependencies: [
        "AssistanceModel", "CoverOptimization", "GraphCore", "GraphProjection", "NetworkAlgorithms",
      ]
    ),
    .target(
      name: "AssistancePlanning",
      dependencies: [
        "AssistanceModel", "CoordinationAnalysis", "CoverOptimization", "CoverageAnalysis",
        "GraphCore", "TabularText",
      ]
    ),
    .target(
      name: "ChangeAnalysis",
      dependencies: ["AssistanceImport", "AssistanceModel", "CoverageAnalysis", "GraphCore"]
    ),
    .target(
      name: "AssistanceReports",
      dependencies: [
        "AssistanceImport", "AssistanceModel", "AssistancePlanning", "ChangeAnalysis",
        "CoordinationAnalysis", "CoverOptimization", "CoverageAnalysis", "GraphCore",
        "NetworkAlgorithms", "TabularText",
      ]
    ),
    .target(
      name: "AssistanceDiagrams",
      dependencies: [
        "AssistanceModel", "AssistancePlanning", "ChangeAnalysis", "CoordinationAnalysis",
        "CoverageAnalysis", "DOTFormat", "GraphCore", "NetworkAlgorithms",
      ]
    ),
    .target(name: "PillarKit", dependencies: toolkit),
    .executableTarget(
      name: "PillarTool",
      dependencies: [
        "PillarKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
        + toolkit
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "AssistanceTestSupport",
      dependencies: ["AssistanceModel", "GraphCore"],
      path: "Tests/AssistanceTestSupport"
    ),
    .testTarget(name: "GraphCoreTests", dependencies: ["GraphCore", "TestSupport"]),
    .testTarget(name: "DOTFormatTests", dependencies: ["DOTFormat", "TestSupport"]),
    .testTarget(
      name: "GraphvizRenderingTests",
      dependencies: ["DOTFormat", "GraphvizRendering", "GraphvizWorker", "TestSupport"]
    ),
    .testTarget(
      name: "AssistanceDiagramsTests",
      dependencies: [
        "AssistanceDiagrams", "AssistanceModel", "AssistancePlanning", "ChangeAnalysis",
        "CoordinationAnalysis", "CoverageAnalysis", "DOTFormat", "GraphCore", "GraphvizRendering",
        "GraphvizWorker", "TestSupport",
      ]
    ),
    .testTarget(name: "TabularTextTests", dependencies: ["TabularText", "TestSupport"]),
    .testTarget(
      name: "AssistanceImportTests",
      dependencies: [
        "AssistanceImport", "AssistanceModel", "CoordinationAnalysis", "CoverageAnalysis",
        "GraphCore", "GraphInterchange", "TabularText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "AssistanceModelTests",
      dependencies: ["AssistanceModel", "GraphCore", "TestSupport"]
    ),
    .testTarget(
      name: "GraphInterchangeTests",
      dependencies: ["GraphCore", "GraphInterchange", "TabularText", "TestSupport"]
    ),
    .testTarget(
      name: "CoordinationAnalysisTests",
      dependencies: [
        "AssistanceModel", "CoordinationAnalysis", "GraphCore", "NetworkAlgorithms", "TestSupport",
      ]
    ),
    .testTarget(
      name: "CoverageAnalysisTests",
      dependencies: [
        "AssistanceModel", "AssistanceTestSupport", "CoverageAnalysis", "GraphCore", "TestSupport",
      ]
    ),
    .testTarget(
      name: "AssistancePlanningTests",
      dependencies: [
        "AssistanceImport", "AssistanceModel", "AssistancePlanning", "CoordinationAnalysis",
        "CoverOptimization", "CoverageAnalysis", "GraphCore", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ChangeAnalysisTests",
      dependencies: [
        "AssistanceImport", "AssistanceModel", "AssistanceTestSupport", "ChangeAnalysis",
        "CoverageAnalysis", "GraphCore", "TestSupport",
      ]
    ),
    .testTarget(
      name: "GraphProjectionTests",
      dependencies: ["GraphCore", "GraphProjection", "NetworkAlgorithms", "TestSupport"]
    ),
    .testTarget(
      name: "CoverOptimizationTests",
      dependencies: ["CoverOptimization", "TestSupport"]
    ),
    .testTarget(
      name: "NetworkAlgorithmsTests",
      dependencies: ["NetworkAlgorithms", "TestSupport"]
    ),
    .testTarget(
      name: "AssistanceReportsTests",
      dependencies: [
        "AssistanceImport", "AssistanceModel", "AssistancePlanning", "AssistanceReports",
        "ChangeAnalysis", "CoordinationAnalysis", "CoverageAnalysis", "GraphCore", "TabularText",
        "TestSupport",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "GraphvizRendering", "GraphvizWorker", "PillarTool", "TabularText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "GraphsTests",
      dependencies: [
        "AssistanceModel", "AssistanceReports", "CoverageAnalysis", "GraphCore", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .testTarget(
      name: "PillarKitTests",
      dependencies: ["GraphvizWorker", "PillarKit", "TestSupport"] + toolkit
    ),
  ],
  swiftLanguageModes: [.v6]
)

/// The scripts under Examples: the product to run, and the folder.
let examples = [
  (product: "example-close-the-gaps", folder: "CloseTheGaps"),
  (product: "example-coverage-over-time", folder: "CoverageOverTime"),
  (product: "example-draw-a-country", folder: "DrawACountry"),
  (product: "example-draw-a-matrix", folder: "DrawAMatrix"),
  (product: "example-draw-routes", folder: "DrawRoutes"),
  (product: "example-first-collection", folder: "FirstCollection"),
  (product: "example-gaps-from-a-table", folder: "GapsFromATable"),
  (product: "example-gaps-of-a-country", folder: "GapsOfACountry"),
  (product: "example-how-firm-is-coverage", folder: "HowFirmIsCoverage"),
  (product: "example-paths-between-organizations", folder: "PathsBetweenOrganizations"),
  (product: "example-routes-and-trade-offs", folder: "RoutesAndTradeOffs"),
  (product: "example-strict-or-thematic", folder: "StrictOrThematic"),
  (product: "example-support-through-others", folder: "SupportThroughOthers"),
  (product: "example-what-changed", folder: "WhatChanged"),
  (product: "example-what-falls-without", folder: "WhatFallsWithout"),
  (product: "example-what-rests-on-one-actor", folder: "WhatRestsOnOneActor"),
  (product: "example-what-routes-depend-on", folder: "WhatRoutesDependOn"),
  (product: "example-which-gaps-are-firm", folder: "WhichGapsAreFirm"),
  (product: "example-who-could-act-together", folder: "WhoCouldActTogether"),
  (product: "example-who-could-fill-a-gap", folder: "WhoCouldFillAGap"),
  (product: "example-who-covers-what", folder: "WhoCoversWhat"),
  (product: "example-who-holds-it-together", folder: "WhoHoldsItTogether"),
]

for example in examples {
  package.products.append(.executable(name: example.product, targets: [example.folder]))
  package.targets.append(
    .executableTarget(
      name: example.folder,
      dependencies: ["PillarKit"] + toolkit,
      path: "Examples/\(example.folder)",
      exclude: ["expected-output.txt"]
    )
  )
}

// The programs are built with the tests that run them.
package.targets.append(
  .testTarget(
    name: "ExamplesTests",
    dependencies: ["GraphvizWorker", "TestSupport"] + examples.map { .target(name: $0.folder) }
  )
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

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + houseSettings
}
