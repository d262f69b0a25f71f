"""How the dashboard is served: security headers, who may see it and change what, health, the API beside it."""
